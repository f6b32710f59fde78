// Two modules for the same thing on one host: Prosody drops one of them.

import type { LuaRule } from "../rule.ts";
import { enabledModules, reaches } from "./shared/hostModules.ts";
import { removing } from "./shared/moduleFix.ts";
import { deprecationNow } from "./shared/typedSettings.ts";
import { code } from "./shared/words.ts";

export const conflictingModules: LuaRule = {
  kind: "lua",
  meta: {
    id: "conflicting-modules",
    severity: "warning",
    fixable: true,
    summary: "Two modules on one host that exclude each other.",
  },
  check(context) {
    const { file, schema, report } = context;
    const enabled = enabledModules(file, schema);
    for (const module of enabled) {
      const { name, value, section } = module;
      const { entry, page } = schema.module(name) ?? {};
      // Of the two, the one that comes with the usual configuration is the one to keep.
      if (entry?.conflicts === undefined || page === undefined) continue;
      if (entry.shipped !== undefined || deprecationNow(entry, schema) !== undefined) continue;
      const other = enabled.find(
        (one) => entry.conflicts?.includes(one.name) === true && (reaches(one.section, section) || reaches(section, one.section)),
      );
      if (other === undefined) continue;
      report({
        span: value.span,
        message: `${code(name)} and ${code(other.name)} exclude each other, and both are enabled for the same host. Keep ${code(other.name)} and remove this one.`,
        related: [{ span: other.value.span, message: `${other.name} is enabled here` }],
        page,
        ...removing(module, context, false),
      });
    }
  },
};
