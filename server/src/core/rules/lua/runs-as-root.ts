// Prosody as root.

import type { LuaRule } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";
import { withRisks } from "./shared/concerns.ts";

export const runsAsRoot: LuaRule = {
  kind: "lua",
  id: "runs-as-root",
  severity: "warning",
  concerns: withRisks("root"),
  check(context) {
    reportRisks("root", context);
  },
};
