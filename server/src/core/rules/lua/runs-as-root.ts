// Prosody as root.

import { riskRule } from "./shared/riskRule.ts";

export const runsAsRoot = riskRule({ id: "runs-as-root", severity: "warning", risk: "root" });
