// Options that only modules read which are not enabled anywhere.

import type { OptionInfo } from "../../schema/schema.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { addText } from "./shared/additions.ts";
import { equals } from "../../semantics/equals.ts";
import { removeItem, removeStatement } from "./shared/removal.ts";
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
    for (const { name, nameSpan, span, form, section, value } of file.settings) {
      const option = schema.option(name);
      if (option === undefined || (form !== "assign" && form !== "field")) continue;
      // Stating the default does no harm; the configuration that comes with Prosody does it.
      const usual = option.default;
      if (usual !== null && typeof usual !== "object" && usual !== undefined && equals(value, usual)) continue;
      let modules = idle.get(name);
      if (modules === undefined) {
        modules = own.isRead(name) ? [] : idleModules(option, context);
        idle.set(name, modules);
      }
      const [module] = modules;
      if (module === undefined) continue;
      const single = modules.length === 1;
      report({
        span: nameSpan,
        tags: ["unnecessary"],
        message: `${code(name)} is read by ${someOf(modules)} only, ${single ? "which is not" : "none of which is"} enabled here, so it has no effect. Enable the module, or remove the option.`,
        page: option.page,
        fixes: () => [
          {
            title: "Remove it, as it has no effect",
            edits: [section.table === undefined ? removeStatement(text, span) : removeItem(text, section.table, span)],
            safe: false,
          },
          ...(single && schema.module(module)?.kind === "module" ? enabling(module, context) : []),
        ],
      });
    }
  },
};

/** The modules that read it, if none of them can be loaded. */
function idleModules(option: OptionInfo, { schema, config }: LuaContext): readonly string[] {
  const { name, modules = [], origin, availability } = option;
  if (origin !== "bundled" || availability !== "now" || deprecationNow(option, schema) !== undefined) return [];
  if (modules.some((module) => config.mayLoad(module)) || config.isReadByCommunityModule(name)) return [];
  return modules.filter((module) => schema.module(module)?.availability === "now");
}

/** In the global list, which may stand in another file. */
function enabling(module: string, context: LuaContext): readonly Fix[] {
  const { config, text } = context;
  const list = config.moduleList;
  const home = list === undefined ? undefined : config.homeOf(list.setting);
  if (list === undefined || home === undefined) return [];
  const here = context.isHere(list.setting);
  const edits = [addText(here ? text : home.text, list.table, module)];
  const others = [{ path: home.path, edits }];
  return [{ title: `Enable ${code(module)}`, safe: false, ...(here ? { edits } : { edits: [], others }) }];
}
