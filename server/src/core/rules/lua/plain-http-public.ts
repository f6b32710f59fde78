// Plain HTTP that counts as encrypted, on a port that everyone can reach.

import { riskRule } from "./shared/riskRule.ts";

export const plainHttpPublic = riskRule({ id: "plain-http-public", severity: "information", risk: "proxy" });
