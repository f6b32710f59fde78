// Prosody as root.

import type { LuaRule } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";
import { withRisks } from "./shared/concerns.ts";

export const runsAsRoot: LuaRule = {
  kind: "lua",
  id: "runs-as-root",
  severity: "warning",
  summary: "Prosody is allowed to run as root.",
  concerns: withRisks("root"),
  check(context) {
    reportRisks("root", context);
  },
};
