// IPv4 and IPv6 both switched off.

import type { LuaRule } from "../rule.ts";
import { removeStatement } from "./shared/removal.ts";
import { code } from "./shared/words.ts";

export const noIpFamily: LuaRule = {
  kind: "lua",
  scope: "configuration",
  id: "no-ip-family",
  severity: "warning",
  check({ own, text, report }) {
    const off = ["use_ipv4", "use_ipv6"].flatMap((name) => {
      const setting = own.settingFor(name, own.global);
      return setting?.value.kind === "boolean" && !setting.value.value ? [setting] : [];
    });
    const [first, second] = off.sort((a, b) => a.span.start - b.span.start);
    if (first === undefined || second === undefined) return;
    report({
      span: second.nameSpan,
      message: `With ${code(first.name)} and ${code(second.name)} both off, Prosody listens nowhere and reaches no other server. Leave one of them on.`,
      related: [{ span: first.nameSpan, message: `${first.name} is switched off here` }],
      fixes: () => [{ title: `Remove ${code(second.name)}`, edits: [removeStatement(text, second.span)], safe: false }],
    });
  },
};
