// Settings that let clients or servers connect without encryption.

import { riskRule } from "./shared/riskRule.ts";

export const encryptionOptional = riskRule({
  id: "encryption-optional",
  severity: "warning",
  risk: "encryption",
  // For one host it is mostly done on purpose, as all its clients come through a proxy.
  isMild: ({ section }, { own }) => section.kind !== "global" || own.isForTests,
});
