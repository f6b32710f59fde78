// IP addresses with a port, where ports have options of their own.

import { isIp } from "../../schema/kinds/addresses.ts";
import { textRule } from "./shared/textRule.ts";

export const addressWithPort = textRule({
  id: "address-with-port",
  severity: "warning",
  kinds: ["ip", "cidr", "address"],
  problem({ text, kinds }) {
    if (kinds.has("host") && !kinds.has("address")) return undefined;
    const [, bracketed, plain] = /^(?:\[([^\]]+)\]|([^:/]+)):\d{1,5}$/.exec(text) ?? [];
    const meant = bracketed ?? plain;
    if (meant === undefined || !(isIp(meant) || (meant === "*" && kinds.has("address")))) return undefined;
    return {
      says: `takes the address alone. ${kinds.has("address") ? "Ports are set with the option of the same name that ends in `ports`." : "A port makes it match nobody."}`,
      meant,
    };
  },
});
