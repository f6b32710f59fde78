// Prosody as root.

import type { LuaRule } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";

export const runsAsRoot: LuaRule = {
  kind: "lua",
  meta: {
    id: "runs-as-root",
    severity: "warning",
    fixable: true,
    summary: "Prosody is allowed to run as root.",
  },
  check(context) {
    reportRisks("root", context);
  },
};
