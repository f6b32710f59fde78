// Two modules for the same thing on one host: Prosody drops one of them.

import type { LuaRule } from "../rule.ts";
import { reaches } from "../../semantics/configuration.ts";
import { removing } from "./shared/moduleFix.ts";
import { modulesOf } from "./shared/modulesOf.ts";
import { deprecationNow } from "./shared/typedSettings.ts";
import { code } from "./shared/words.ts";

export const conflictingModules: LuaRule = {
  kind: "lua",
  id: "conflicting-modules",
  severity: "warning",
  check(context) {
    const { own, schema, report } = context;
    for (const module of modulesOf(context)) {
      const { name, value, section } = module;
      const { entry, page } = schema.module(name) ?? {};
      // Of the two, the one that comes with the usual configuration is the one to keep.
      if (entry?.conflicts === undefined || page === undefined) continue;
      if (entry.shipped !== undefined || deprecationNow(entry, schema) !== undefined) continue;
      if (!own.isEnabling(module)) continue;
      const other = entry.conflicts
        .flatMap((one) => own.enabled(one))
        .find((one) => reaches(one.section, section) || reaches(section, one.section));
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
