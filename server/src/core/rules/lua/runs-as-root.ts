// Prosody as root.

import type { LuaRule, RuleDocs } from "../rule.ts";
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

export const docs: RuleDocs = {
  category: "security",
  description:
    "Prosody refuses to run as root unless `run_as_root` allows it. It needs none of the rights of root: packages start it as the user " +
    "`prosody`, and the images of the project do so too.",
  examples: [
    { title: "as root", text: "run_as_root = true\n", reports: true },
    { title: "right", text: "run_as_root = false\n", reports: false },
  ],
};
