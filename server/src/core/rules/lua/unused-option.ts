// Options that only modules read which are not enabled anywhere.

import type { OptionInfo } from "../../schema/schema.ts";
import type { LuaContext, LuaRule } from "../rule.ts";
import { addText } from "./shared/additions.ts";
import { editsAt, everything } from "./shared/everything.ts";
import { loadedModules } from "./shared/oldLoaded.ts";
import type { Loaded } from "./shared/oldLoaded.ts";
import { equals, wholeList } from "./shared/lookup.ts";
import { removeItem, removeStatement } from "./shared/removal.ts";
import { deprecationNow } from "./shared/typedSettings.ts";
import { code, someOf } from "./shared/words.ts";

export const unusedOption: LuaRule = {
  kind: "lua",
  meta: {
    id: "unused-option",
    severity: "information",
    fixable: true,
    summary: "An option whose module is not enabled anywhere.",
  },
  check(context) {
    const { file, schema, text, report } = context;
    const list = wholeList(everything(context));
    if (list === undefined) return;
    const loaded = loadedModules(context);
    for (const { name, nameSpan, span, form, section, value } of file.settings) {
      const option = schema.option(name);
      if (option === undefined || (form !== "assign" && form !== "field") || file.readNames.has(name)) continue;
      // Stating the default does no harm; the configuration that comes with Prosody does it.
      const usual = option.default;
      if (usual !== null && typeof usual !== "object" && usual !== undefined && equals(value, usual)) continue;
      const modules = idleModules(option, loaded, context);
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
          ...(single && schema.module(module)?.kind === "module"
            ? [
                {
                  title: `Enable ${code(module)}`,
                  ...editsAt(list.setting, (source) => [addText(source, list.table, module)], context),
                  safe: false,
                },
              ]
            : []),
        ],
      });
    }
  },
};

/** The modules that read it, if none of them can be loaded. */
function idleModules(option: OptionInfo, loaded: Loaded, { schema }: LuaContext): readonly string[] {
  const { name, modules = [], origin, availability } = option;
  if (origin !== "bundled" || availability !== "now" || deprecationNow(option, schema) !== undefined) return [];
  if (modules.some((module) => loaded.may(module))) return [];
  for (const other of loaded.names) if (Object.hasOwn(schema.module(other)?.community?.options ?? {}, name)) return [];
  return modules.filter((module) => schema.module(module)?.availability === "now");
}
