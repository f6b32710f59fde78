// Modules that a host enables although the global section has enabled them for all hosts.

import { holdsIn } from "../../schema/version.ts";
import type { LuaRule } from "../rule.ts";
import { removing } from "./shared/moduleFix.ts";
import { modulesOf } from "./shared/modulesOf.ts";
import { code } from "./shared/words.ts";

/** Keeps a host from taking over the global list. */
const OWN_LIST = "load_global_modules";

export const inheritedModule: LuaRule = {
  kind: "lua",
  id: "inherited-module",
  severity: "hint",
  check(context) {
    const { config, schema, report } = context;
    for (const module of modulesOf(context)) {
      const { name, value, section, item } = module;
      if (item === undefined || section.kind === "global" || !config.isEnabling(module)) continue;
      if (section.kind === "component" && !holdsIn(schema.module(name)?.entry?.inheritable, schema.version)) continue;
      const global = config.enabledGlobally(name);
      if (global === undefined || config.moduleList === undefined || config.isSetAnywhere(OWN_LIST)) continue;
      const here = global.setting !== undefined && context.isHere(global.setting);
      report({
        span: value.span,
        tags: ["unnecessary"],
        message: `${code(name)} is in the global list, which holds ${section.kind === "host" ? "for every host" : "here too"}. It need not be named again.`,
        ...(here ? { related: [{ span: global.value.span, message: "The global list" }] } : {}),
        ...removing(module, context, true),
      });
    }
  },
};
