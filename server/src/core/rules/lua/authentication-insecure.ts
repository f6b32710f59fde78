// Ways to log in that accept every password, or keep passwords readable.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";

export const authenticationInsecure: LuaRule = {
  kind: "lua",
  meta: {
    id: "authentication-insecure",
    severity: "warning",
    fixable: true,
    summary: "Passwords that are not checked, or stored as plain text.",
  },
  check(context) {
    reportRisks("passwords", context);
  },
};

export const docs: RuleDocs = {
  category: "security",
  description:
    "`internal_hashed` keeps a salted hash of each password, which is of little use to a thief. `internal_plain` keeps the password " +
    "itself; Prosody hashes it at the next login once the provider is changed, so nobody has to choose a new one. `insecure` is made " +
    "for tests and lets everybody in.",
  examples: [
    { title: "plain text", text: 'authentication = "internal_plain"\n', reports: true },
    { title: "everybody", text: 'authentication = "insecure"\n', reports: true },
    { title: "right", text: 'authentication = "internal_hashed"\n', reports: false },
  ],
};
