// Options that want the name of a host and have an address of the web, a port or an account instead.

import { isIp } from "../../schema/kinds/addresses.ts";
import { decodeLabel } from "./shared/punycode.ts";
import { textRule } from "./shared/textRule.ts";
import type { TextProblem } from "./shared/textRule.ts";

export const invalidHost = textRule({
  id: "invalid-host",
  severity: "warning",
  kinds: ["host", "domain"],
  problem({ text, kinds }) {
    const isAccount = (kinds.has("jid") || kinds.has("barejid")) && text.includes("@");
    return isAccount || isIp(text) || text === "*" ? undefined : problemOf(text, kinds.has("domain"));
  },
});

function problemOf(text: string, isDomain: boolean): TextProblem | undefined {
  const [whole, host] = /^(?:[a-z]+:\/\/)?([^/:@\s]+)(?::\d+)?(?:\/.*)?$/i.exec(text) ?? [];
  if (whole !== undefined && host !== text) {
    return { says: "takes a host name alone, without scheme, port and path.", meant: host };
  }
  if (!isDomain || !/(?:^|\.)xn--/i.test(text)) return undefined;
  const labels = text.split(".").map((label) => {
    return /^xn--/i.test(label) ? decodeLabel(label.slice(4).toLowerCase()) : label;
  });
  if (labels.includes(undefined)) return undefined;
  return { says: "takes international names as people read them, not encoded.", meant: labels.join("."), safe: true };
}
