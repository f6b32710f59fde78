// Other servers are let in without a valid certificate.

import type { LuaRule } from "../rule.ts";
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
