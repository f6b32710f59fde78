// Every rule. The lists are generated from the files of their folders.

import { CONTAINER_RULES } from "./container/index.ts";
import { ENV_RULES } from "./env/index.ts";
import { LUA_RULES } from "./lua/index.ts";
import type { Rule } from "./rule.ts";

export const RULES: readonly Rule[] = [...LUA_RULES, ...ENV_RULES, ...CONTAINER_RULES];
