// Lists of those who are trusted that hold the whole internet.

import { riskRule } from "./shared/riskRule.ts";

export const everyoneTrusted = riskRule({ id: "everyone-trusted", severity: "warning", risk: "trust" });
