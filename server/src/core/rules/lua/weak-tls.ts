// Outdated TLS versions and ciphers.

import { riskRule } from "./shared/riskRule.ts";

export const weakTls = riskRule({ id: "weak-tls", severity: "warning", risk: "tls" });
