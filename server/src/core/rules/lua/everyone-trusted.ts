// Lists of those who are trusted that hold the whole internet.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";

export const everyoneTrusted: LuaRule = {
  kind: "lua",
  meta: {
    id: "everyone-trusted",
    severity: "warning",
    fixable: true,
    summary: "A list of trusted addresses that holds all addresses.",
  },
  check(context) {
    reportRisks("trust", context);
  },
};

export const docs: RuleDocs = {
  category: "security",
  description:
    "Some options name machines for which a check is left out: proxies that are believed, addresses without limits, collectors of " +
    "statistics. `0.0.0.0/0` and `::/0` stand for every machine there is, so the check is left out for all.",
  examples: [
    { title: "every proxy", text: 'trusted_proxies = { "0.0.0.0/0" }\n', reports: true },
    { title: "right", text: 'trusted_proxies = { "127.0.0.1"; "10.0.0.2" }\n', reports: false },
  ],
};
