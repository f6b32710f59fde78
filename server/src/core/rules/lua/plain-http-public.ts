// Plain HTTP that counts as encrypted, on a port that everyone can reach.

import type { LuaRule } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";
import { withRisks } from "./shared/concerns.ts";

export const plainHttpPublic: LuaRule = {
  kind: "lua",
  id: "plain-http-public",
  severity: "information",
  concerns: withRisks("proxy"),
  check(context) {
    reportRisks("proxy", context);
  },
};
