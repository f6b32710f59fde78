// "mod_muc" for "muc": files are called mod_…, the names in a configuration are not.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { renaming } from "./shared/moduleFix.ts";
import { moduleNames } from "./shared/moduleNames.ts";
import { code } from "./shared/words.ts";

const PREFIX = "mod_";

/** Whether the name begins as only file names do. */
export function isPrefixed(name: string): boolean {
  return name.startsWith(PREFIX) && name.length > PREFIX.length;
}

export const modulePrefix: LuaRule = {
  kind: "lua",
  meta: {
    id: "module-prefix",
    severity: "warning",
    fixable: true,
    summary: 'A module name that begins with "mod_".',
  },
  check(context) {
    for (const module of moduleNames(context.file, context.schema)) {
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

export const docs: RuleDocs = {
  category: "names",
  description:
    "The file of a module is called `mod_NAME.lua` and its page `mod_NAME`, but a configuration names the module without `mod_`. " +
    "With it, Prosody looks for a file `mod_mod_NAME.lua`, finds none, and goes on without the module.",
  fixChanges: "The module is loaded, which was not found before.",
  examples: [
    { title: "in the list", text: 'modules_enabled = { "mod_mam" }\n', reports: true },
    { title: "of a component", text: 'Component "rooms.example.org" "mod_muc"\n', reports: true },
    { title: "right", text: 'modules_enabled = { "mam" }\n', reports: false },
  ],
};
