// Modules that a host enables although the global section has enabled them for all hosts.

import { holdsIn } from "../../schema/version.ts";
import type { LuaRule } from "../rule.ts";
import { everything } from "./shared/everything.ts";
import { enabledModules } from "./shared/hostModules.ts";
import { wholeList } from "./shared/lookup.ts";
import { removing } from "./shared/moduleFix.ts";
import { code } from "./shared/words.ts";

/** Keeps a host from taking over the global list. */
const OWN_LIST = "load_global_modules";

export const inheritedModule: LuaRule = {
  kind: "lua",
  meta: {
    id: "inherited-module",
    severity: "hint",
    fixable: true,
    summary: "A module of a host that the global section enables already.",
  },
  check(context) {
    const { file, schema, report } = context;
    const all = everything(context);
    if (wholeList(all) === undefined || all.settings.some(({ name }) => name === OWN_LIST)) return;
    const enabled = enabledModules(all, schema);
    for (const module of enabled) {
      const { name, value, section, item, setting } = module;
      if (item === undefined || section.kind === "global" || setting === undefined || !file.settings.includes(setting)) continue;
      if (section.kind === "component" && !holdsIn(schema.module(name)?.entry?.inheritable, schema.version)) continue;
      const global = enabled.find((other) => other.name === name && other.section.kind === "global");
      if (global === undefined) continue;
      const here = global.setting !== undefined && file.settings.includes(global.setting);
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
