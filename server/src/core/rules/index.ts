// Every rule, in the order of the documentation. A test compares the lists with the files in lua/ and env/.

import { ENV_RULES } from "./env/index.ts";
import { LUA_RULES } from "./lua/index.ts";
import type { Rule } from "./rule.ts";

export const RULES: readonly Rule[] = [...LUA_RULES, ...ENV_RULES];
