// Other servers are let in without a valid certificate.

import type { LuaRule } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";
import { withRisks } from "./shared/concerns.ts";

export const serverIdentityUnchecked: LuaRule = {
  kind: "lua",
  id: "server-identity-unchecked",
  severity: "information",
  concerns: withRisks("identity"),
  check(context) {
    reportRisks("identity", context);
  },
};
