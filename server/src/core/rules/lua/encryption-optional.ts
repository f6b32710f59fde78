// Settings that let clients or servers connect without encryption.

import type { LuaRule } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";
import { withRisks } from "./shared/concerns.ts";

export const encryptionOptional: LuaRule = {
  kind: "lua",
  id: "encryption-optional",
  severity: "warning",
  concerns: withRisks("encryption"),
  check(context) {
    // For one host it is mostly done on purpose, as all its clients come through a proxy.
    reportRisks("encryption", context, ({ section }) => section.kind !== "global" || context.own.isForTests);
  },
};
