// Modules that came with a later version of Prosody than the chosen one.

import type { LuaRule } from "../rule.ts";
import { modulesOf } from "./shared/modulesOf.ts";
import { removing } from "./shared/moduleFix.ts";
import { code, prosody } from "./shared/words.ts";

export const moduleNotYet: LuaRule = {
  kind: "lua",
  id: "module-not-yet",
  severity: "warning",
  byVersion: true,
  check(context) {
    const { schema, report } = context;
    for (const module of modulesOf(context)) {
      const { name, value, use } = module;
      const known = schema.module(name);
      if (use === "disable" || known?.entry === undefined || known.availability !== "later") continue;
      // Before it was bundled it may have been a community module that has left the repository since.
      const elsewhere = known.community !== undefined;
      report({
        span: value.span,
        ...(elsewhere ? { severity: "information" as const } : {}),
        message: `${code(name)} is part of Prosody since ${known.entry.since ?? "later"}; ${prosody(schema.version)} does not have it${elsewhere ? ", so the former community module has to be installed" : " and cannot load it"}. If your server is newer, choose the right version of Prosody in the settings.`,
        page: known.page,
        ...removing(module, context, false),
      });
    }
  },
};
