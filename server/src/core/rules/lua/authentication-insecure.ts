// Ways to log in that accept every password, or keep passwords readable.

import { riskRule } from "./shared/riskRule.ts";

export const authenticationInsecure = riskRule({ id: "authentication-insecure", severity: "warning", risk: "passwords" });
