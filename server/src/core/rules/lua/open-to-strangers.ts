// Services that are open to people who have no account here.

import type { LuaRule } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";
import { withRisks } from "./shared/concerns.ts";

export const openToStrangers: LuaRule = {
  kind: "lua",
  id: "open-to-strangers",
  severity: "warning",
  summary: "A service that people of other servers can use for their own ends.",
  concerns: withRisks("strangers"),
  check(context) {
    reportRisks("strangers", context);
  },
};
