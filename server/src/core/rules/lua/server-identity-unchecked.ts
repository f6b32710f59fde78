// Other servers are let in without a valid certificate.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";

export const serverIdentityUnchecked: LuaRule = {
  kind: "lua",
  meta: {
    id: "server-identity-unchecked",
    severity: "information",
    fixable: true,
    summary: "Other servers need no valid certificate.",
  },
  check(context) {
    reportRisks("identity", context);
  },
};

export const docs: RuleDocs = {
  category: "security",
  description:
    "With `s2s_secure_auth = false` a server is believed to be who it says after a look at DNS, which others can tamper with. Today " +
    "nearly every server has a valid certificate. Those without one can be named in `s2s_insecure_domains`.",
  examples: [
    { title: "DNS is enough", text: "s2s_secure_auth = false\n", reports: true },
    { title: "right", text: 's2s_secure_auth = true\ns2s_insecure_domains = { "old.example.net" }\n', reports: false },
  ],
};
