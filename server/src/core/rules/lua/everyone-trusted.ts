// Lists of those who are trusted that hold the whole internet.

import type { LuaRule } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";
import { withRisks } from "./shared/concerns.ts";

export const everyoneTrusted: LuaRule = {
  kind: "lua",
  id: "everyone-trusted",
  severity: "warning",
  concerns: withRisks("trust"),
  check(context) {
    reportRisks("trust", context);
  },
};
