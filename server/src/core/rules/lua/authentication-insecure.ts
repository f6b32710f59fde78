// Ways to log in that accept every password, or keep passwords readable.

import type { LuaRule } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";
import { withRisks } from "./shared/concerns.ts";

export const authenticationInsecure: LuaRule = {
  kind: "lua",
  id: "authentication-insecure",
  severity: "warning",
  concerns: withRisks("passwords"),
  check(context) {
    reportRisks("passwords", context);
  },
};
