// Options that only modules read which are not enabled anywhere.

import type { Section } from "../../model/config.ts";
import type { OptionInfo } from "../../schema/schema.ts";
import type { LuaContext, LuaRule } from "../rule.ts";
import { equals } from "../../semantics/equals.ts";
import { homeComponent } from "../../semantics/loaded.ts";
import { nearest } from "../suggest.ts";
import { enabling, isHomeOf } from "./shared/enabling.ts";
import { removeSetting } from "./shared/removal.ts";
import { deprecationNow } from "./shared/typedSettings.ts";
import { code, someOf } from "./shared/words.ts";

export const unusedOption: LuaRule = {
  kind: "lua",
  id: "unused-option",
  severity: "information",
  concerns: (_, option) => option?.origin === "bundled" && (option.modules ?? []).length > 0,
  check(context) {
    const { file, schema, text, own, config, report } = context;
    if (!config.knowsModuleList) return;
    const idle = new Map<string, readonly string[]>();
    for (const setting of file.settings) {
      const { name, nameSpan, form, section, value } = setting;
      const option = schema.option(name);
      if (option === undefined || (form !== "assign" && form !== "field")) continue;
      // Stating the default does no harm; the configuration that comes with Prosody does it. What is for components is lost on a host.
      const usual = option.component === "only" && section.kind === "host" ? undefined : option.default;
      if (usual !== null && typeof usual !== "object" && usual !== undefined && equals(value, usual)) continue;
      let modules = idle.get(name);
      if (modules === undefined) {
        modules = own.isRead(name) ? [] : idleModules(option, context);
        idle.set(name, modules);
      }
      if (modules.length === 0) continue;
      report({
        span: nameSpan,
        tags: ["unnecessary"],
        message: `${code(name)} is read by ${someOf(modules)} only, ${modules.length === 1 ? "which is not" : "none of which is"} enabled here, so it has no effect. Enable ${modules.length === 1 && schema.module(modules[0] ?? "")?.entry?.helper === true ? "a module that needs it" : "the module"}, or remove the option.`,
        page: option.page,
        fixes: () => [
          ...modulesToEnable(modules, section, context).flatMap((module) => enabling(module, section, context)),
          { title: "Remove it, as it has no effect", edits: [removeSetting(text, setting)], safe: false },
        ],
      });
    }
  },
};

/** The modules that read it, if none of them can be loaded; one that only comes along with another is told by the other. */
function idleModules(option: OptionInfo, context: LuaContext): readonly string[] {
  const { schema, config } = context;
  const { name, modules = [], origin, availability } = option;
  if (origin !== "bundled" || availability !== "now" || deprecationNow(option, schema)?.kind === "remove") return [];
  if (modules.some((module) => config.mayRead(module) || isMeant(module, context)) || config.isReadByCommunityModule(name))
    return [];
  const known = modules.filter((module) => schema.module(module)?.availability === "now");
  return [...new Set(known.map((module) => schema.module(module)?.entry?.through ?? module))];
}

/** By a name that is not known, and which a rule of its own corrects. */
function isMeant(module: string, { schema, config }: LuaContext): boolean {
  const unknown = config.namedModules.filter((name) => schema.module(name) === undefined);
  return unknown.some((name) => name === `mod_${module}` || nearest(name, [module]) !== undefined);
}

/** The one that works there, if there is no doubt. */
function modulesToEnable(modules: readonly string[], section: Section, context: LuaContext): readonly string[] {
  const fitting = modules.filter((name) => {
    const module = context.schema.module(name);
    return module?.kind === "module" && module.entry?.helper !== true;
  });
  const [only, another] = fitting.length > 1 ? fitting.filter((module) => suits(module, section, context)) : fitting;
  return only === undefined || another !== undefined ? [] : [only];
}

function suits(module: string, section: Section, context: LuaContext): boolean {
  return homeComponent(module, context.schema) === undefined ? section.kind !== "component" : isHomeOf(module, section, context);
}
