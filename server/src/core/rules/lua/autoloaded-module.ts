// Modules in modules_enabled that Prosody loads without being told.

import { isAutoloaded } from "../../schema/schema.ts";
import type { LuaRule } from "../rule.ts";
import { removing } from "./shared/moduleFix.ts";
import { modulesOf } from "./shared/modulesOf.ts";
import { deprecationNow } from "./shared/typedSettings.ts";
import { code } from "./shared/words.ts";

export const autoloadedModule: LuaRule = {
  kind: "lua",
  id: "autoloaded-module",
  severity: "hint",
  byVersion: true,
  check(context) {
    const { config, schema, report } = context;
    for (const listed of modulesOf(context)) {
      const { name, value, use, item, section } = listed;
      const module = use === "enable" ? schema.module(name) : undefined;
      if (module?.entry === undefined || item === undefined || !isAutoloaded(module, schema.version)) continue;
      if (deprecationNow(module.entry, schema) !== undefined || config.isDisabledAnywhere(name)) continue;
      // A host may switch on again what another file switches off; components load nothing by themselves.
      if (section.kind === "component" || (section.kind === "host" && !config.isWhole)) continue;
      report({
        span: value.span,
        tags: ["unnecessary"],
        message: `Prosody loads ${code(name)} on every host by itself. It need not be in the list.`,
        page: module.page,
        ...removing(listed, context, true),
      });
    }
  },
};
