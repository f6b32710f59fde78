// Options that want the name of a host and have an address of the web, a port or an account instead.

import { isIp } from "../../schema/kinds/addresses.ts";
import type { LuaRule } from "../rule.ts";
import { decodeLabel } from "./shared/punycode.ts";
import { rewriting, subject, textsOf } from "./shared/texts.ts";
import { ofKind } from "./shared/concerns.ts";

export const invalidHost: LuaRule = {
  kind: "lua",
  id: "invalid-host",
  severity: "warning",
  concerns: ofKind("host", "domain"),
  check(context) {
    for (const place of textsOf(context, "host", "domain")) {
      const { value, text, kinds, option } = place;
      const isAccount = (kinds.has("jid") || kinds.has("barejid")) && text.includes("@");
      if (isAccount || isIp(text) || text === "*") continue;
      const problem = problemOf(text, kinds.has("domain"));
      if (problem === undefined) continue;
      context.report({
        span: value.span,
        message: `${subject(place, value)} takes ${problem.wanted}.`,
        page: option.page,
        ...rewriting(context, value, problem.meant, problem.safe),
      });
    }
  },
};

interface Problem {
  readonly wanted: string;
  readonly meant?: string;
  readonly safe: boolean;
}

function problemOf(text: string, isDomain: boolean): Problem | undefined {
  const [whole, host] = /^(?:[a-z]+:\/\/)?([^/:@\s]+)(?::\d+)?(?:\/.*)?$/i.exec(text) ?? [];
  if (whole !== undefined && host !== text) {
    const wanted = "a host name alone, without scheme, port and path";
    return { wanted, safe: false, ...(host === undefined ? {} : { meant: host }) };
  }
  if (!isDomain || !/(?:^|\.)xn--/i.test(text)) return undefined;
  const labels = text.split(".").map((label) => {
    return /^xn--/i.test(label) ? decodeLabel(label.slice(4).toLowerCase()) : label;
  });
  if (labels.includes(undefined)) return undefined;
  return { wanted: "international names as people read them, not encoded", meant: labels.join("."), safe: true };
}
