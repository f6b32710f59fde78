// Services for this machine alone that listen on all networks.

import type { LuaRule } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";
import { withRisks } from "./shared/concerns.ts";

export const adminInterfaceExposed: LuaRule = {
  kind: "lua",
  id: "admin-interface-exposed",
  severity: "warning",
  concerns: withRisks("exposure"),
  check(context) {
    reportRisks("exposure", context);
  },
};
