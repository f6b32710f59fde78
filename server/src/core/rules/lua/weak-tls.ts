// Outdated TLS versions and ciphers.

import type { LuaRule } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";
import { withRisks } from "./shared/concerns.ts";

export const weakTls: LuaRule = {
  kind: "lua",
  id: "weak-tls",
  severity: "warning",
  concerns: withRisks("tls"),
  check(context) {
    reportRisks("tls", context);
  },
};
