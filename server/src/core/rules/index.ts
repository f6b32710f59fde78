// Every rule. The lists are generated from the files of their folders; what speaks of the other rules' findings stands beside them.

import { CONTAINER_RULES } from "./container/index.ts";
import { ENV_RULES } from "./env/index.ts";
import { LUA_RULES } from "./lua/index.ts";
import type { Rule, RuleMeta } from "./rule.ts";
import { unusedSuppression } from "./unusedSuppression.ts";

export const RULES: readonly Rule[] = [...LUA_RULES, ...ENV_RULES, ...CONTAINER_RULES];

/** What can be set to another severity, or to `off`. */
export const RULE_METAS: readonly RuleMeta[] = [...RULES.map(({ meta }) => meta), unusedSuppression];

export const RULE_IDS: ReadonlySet<string> = new Set(RULE_METAS.map(({ id }) => id));
