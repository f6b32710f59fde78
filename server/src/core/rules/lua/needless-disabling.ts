// Names in modules_disabled that nothing loads in the first place.

import type { LuaRule } from "../rule.ts";
import { modulesOf } from "./shared/modulesOf.ts";
import { removing } from "./shared/moduleFix.ts";
import { code } from "./shared/words.ts";

export const needlessDisabling: LuaRule = {
  kind: "lua",
  id: "needless-disabling",
  severity: "hint",
  byVersion: true,
  check(context) {
    const { schema, report } = context;
    for (const module of modulesOf(context)) {
      const { name, use, item, value } = module;
      if (use !== "disable" || item === undefined || schema.module(name)?.availability !== "now") continue;
      if (context.config.mayLoad(name)) continue;
      report({
        span: value.span,
        tags: ["unnecessary"],
        message: `Nothing loads ${code(name)}: it is not enabled, Prosody does not load it by itself, and no enabled module needs it. Disabling it changes nothing: remove it from the list.`,
        page: "https://prosody.im/doc/modules_enabled",
        ...removing(module, context, true),
      });
    }
  },
};
