// Services for this machine alone that listen on all networks.

import { riskRule } from "./shared/riskRule.ts";

export const adminInterfaceExposed = riskRule({ id: "admin-interface-exposed", severity: "warning", risk: "exposure" });
