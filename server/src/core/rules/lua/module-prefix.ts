// "mod_muc" for "muc": files are called mod_…, the names in a configuration are not.

import type { LuaRule } from "../rule.ts";
import { renaming } from "./shared/moduleFix.ts";
import { modulesOf } from "./shared/modulesOf.ts";
import { code } from "./shared/words.ts";

const PREFIX = "mod_";

/** Whether the name begins as only file names do. */
export function isPrefixed(name: string): boolean {
  return name.startsWith(PREFIX) && name.length > PREFIX.length;
}

export const modulePrefix: LuaRule = {
  kind: "lua",
  id: "module-prefix",
  severity: "warning",
  check(context) {
    for (const module of modulesOf(context)) {
      const { name, value } = module;
      if (!isPrefixed(name) || context.schema.module(name) !== undefined) continue;
      const plain = name.slice(PREFIX.length);
      context.report({
        span: value.span,
        message: `Module names are written without ${code(PREFIX)}: Prosody does not find ${code(name)}. Write ${code(plain)}.`,
        ...renaming(module, plain, context),
      });
    }
  },
};
