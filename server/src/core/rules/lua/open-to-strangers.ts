// Services that are open to people who have no account here.

import { riskRule } from "./shared/riskRule.ts";

export const openToStrangers = riskRule({ id: "open-to-strangers", severity: "warning", risk: "strangers" });
