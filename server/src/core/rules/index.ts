// Every rule. The lists are generated from the files of their folders; what speaks of the other rules' findings stands beside them.

import { doesNotLoad } from "./doesNotLoad.ts";
import * as containerRules from "./container/index.ts";
import * as envRules from "./env/index.ts";
import * as luaRules from "./lua/index.ts";
import type { Rule, RuleMeta } from "./rule.ts";
import { unusedSuppression } from "./unusedSuppression.ts";

export const RULES: readonly Rule[] = [...Object.values(luaRules), ...Object.values(envRules), ...Object.values(containerRules)];

/** What can be set to another severity, or to `off`. */
export const RULE_METAS: readonly RuleMeta[] = [...RULES, unusedSuppression, doesNotLoad];

export const RULE_IDS: ReadonlySet<string> = new Set(RULE_METAS.map(({ id }) => id));
