// Other servers are let in without a valid certificate.

import { riskRule } from "./shared/riskRule.ts";

export const serverIdentityUnchecked = riskRule({ id: "server-identity-unchecked", severity: "information", risk: "identity" });
