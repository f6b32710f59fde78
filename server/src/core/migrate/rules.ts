// The rules that speak of versions: what they find is what an upgrade mends. A test holds the list against the chapters of the
// documentation.

import type { Rule } from "../rules/rule.ts";
import { deprecatedModule } from "../rules/lua/deprecated-module.ts";
import { deprecatedOption } from "../rules/lua/deprecated-option.ts";
import { deprecatedValue } from "../rules/lua/deprecated-value.ts";
import { directiveNotYet } from "../rules/lua/directive-not-yet.ts";
import { luaPrefix } from "../rules/lua/lua-prefix.ts";
import { moduleNotYet } from "../rules/lua/module-not-yet.ts";
import { optionNotYet } from "../rules/lua/option-not-yet.ts";
import { removedModule } from "../rules/lua/removed-module.ts";
import { supersededModule } from "../rules/lua/superseded-module.ts";
import { valueNotYet } from "../rules/lua/value-not-yet.ts";

export const MIGRATION_RULES: readonly Rule[] = [
  deprecatedModule,
  deprecatedOption,
  deprecatedValue,
  directiveNotYet,
  luaPrefix,
  moduleNotYet,
  optionNotYet,
  removedModule,
  supersededModule,
  valueNotYet,
];

export const MIGRATION_RULE_IDS: ReadonlySet<string> = new Set(MIGRATION_RULES.map(({ id }) => id));
