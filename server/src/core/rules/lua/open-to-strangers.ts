// Services that are open to people who have no account here.

import type { LuaRule } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";
import { withRisks } from "./shared/concerns.ts";

export const openToStrangers: LuaRule = {
  kind: "lua",
  id: "open-to-strangers",
  severity: "warning",
  concerns: withRisks("strangers"),
  check(context) {
    reportRisks("strangers", context);
  },
};
