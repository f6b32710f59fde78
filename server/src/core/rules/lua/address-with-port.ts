// IP addresses with a port, where ports have options of their own.

import { isIp } from "../../schema/kinds/addresses.ts";
import type { LuaRule } from "../rule.ts";
import { rewriting, subject, textsOf } from "./shared/texts.ts";
import { ofKind } from "./shared/concerns.ts";

export const addressWithPort: LuaRule = {
  kind: "lua",
  id: "address-with-port",
  severity: "warning",
  concerns: ofKind("ip", "cidr", "address"),
  check(context) {
    for (const place of textsOf(context, "ip", "cidr", "address")) {
      const { value, text, kinds, option } = place;
      if (kinds.has("host") && !kinds.has("address")) continue;
      const [, bracketed, plain] = /^(?:\[([^\]]+)\]|([^:/]+)):\d{1,5}$/.exec(text) ?? [];
      const address = bracketed ?? plain;
      if (address === undefined || !(isIp(address) || (address === "*" && kinds.has("address")))) continue;
      context.report({
        span: value.span,
        message: `${subject(place, value)} takes the address alone. ${kinds.has("address") ? "Ports are set with the option of the same name that ends in `ports`." : "A port makes it match nobody."}`,
        page: option.page,
        ...rewriting(context, value, address, !kinds.has("address")),
      });
    }
  },
};
