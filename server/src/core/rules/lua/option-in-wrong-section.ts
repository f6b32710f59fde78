// Options under a host or component whose module is loaded elsewhere alone: nothing reads them there.

import type { Setting } from "../../model/config.ts";
import type { OptionInfo, Schema } from "../../schema/schema.ts";
import type { Loader } from "../../semantics/configuration.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { enabling, isHomeOf } from "./shared/enabling.ts";
import { underHeader } from "./shared/insertion.ts";
import { isPlain } from "./shared/literals.ts";
import { removeSetting } from "./shared/removal.ts";
import { deprecationNow } from "./shared/typedSettings.ts";
import { code, someOf } from "./shared/words.ts";

export const optionInWrongSection: LuaRule = {
  kind: "lua",
  id: "option-in-wrong-section",
  severity: "warning",
  concerns: (_, option, schema) => option !== undefined && readersOf(option, schema).length > 0,
  check(context) {
    const { file, schema, own, config, report } = context;
    for (const setting of file.settings) {
      const { name, nameSpan, section, form } = setting;
      const option = schema.option(name);
      if (option === undefined || section.kind === "global" || (form !== "assign" && form !== "field")) continue;
      const modules = readersOf(option, schema);
      // Where none of them is loaded at all, a rule of its own says so.
      if (modules.length === 0 || modules.some((module) => config.mayLoadIn(module, section) !== false)) continue;
      if (!config.knowsModuleList || !modules.some((module) => config.isLoaded(module)) || own.isRead(name)) continue;
      // Community modules may read the same name; those alone that are enabled matter.
      if (config.isReadByCommunityModule(name)) continue;
      const loader = config.loader(modules);
      const missing = modules.filter((module) => isHomeOf(module, section, context));
      if (missing.length > 0) {
        report({
          span: nameSpan,
          message: `${code(name)} belongs here, but is read by ${someOf(missing)} only, which this ${code("Component")} does not load, so it has no effect. Enable the module here.`,
          page: option.page,
          fixes: () => [...missing.flatMap((module) => enabling(module, section, context)), removing(setting, context)],
        });
        continue;
      }
      if (loader === undefined) continue;
      const place = loader.section;
      const word = section.kind === "host" ? "VirtualHost" : "Component";
      report({
        span: nameSpan,
        message: `${code(name)} is read by ${someOf(modules)} only, which this ${code(word)} does not load, so it has no effect here. Move it to where the module is.`,
        ...(context.isHere(place) ? { related: [{ span: place.header, message: "The module is loaded here" }] } : {}),
        page: option.page,
        fixes: () => fixesFor(setting, loader, context),
      });
    }
  },
};

/** Of an option for hosts that is read by modules alone; those that are loaded once for all may look into any host. */
function readersOf(option: OptionInfo, schema: Schema): readonly string[] {
  const known = schema.once(newReaders);
  let readers = known.get(option);
  if (readers === undefined) {
    readers = findReaders(option, schema);
    known.set(option, readers);
  }
  return readers;
}

function newReaders(): Map<OptionInfo, readonly string[]> {
  return new Map();
}

function findReaders(option: OptionInfo, schema: Schema): readonly string[] {
  const { origin, scope, availability, modules = [] } = option;
  if (origin !== "bundled" || scope !== "host" || availability !== "now" || deprecationNow(option, schema) !== undefined)
    return [];
  const infos = modules.map((module) => schema.module(module));
  if (infos.some((info) => info === undefined || info.entry?.global === true || info.origin !== "bundled")) return [];
  return modules;
}

function fixesFor(setting: Setting, { section: place, isOnly }: Loader, context: LuaContext): readonly Fix[] {
  const { own, text } = context;
  const removal = removeSetting(text, setting);
  const remove = removing(setting, context);
  if (!isOnly || !context.isHere(place) || !isPlain(setting.value)) return [remove];
  if (own.settingsIn(setting.name, place).length > 0) return [remove];
  const source = text.slice(setting.value.span.start, setting.value.span.end);
  const insert = underHeader(text, place, `${setting.name} = ${source}`);
  if (insert === undefined) return [remove];
  return [
    {
      title: `Move it to the ${code(place.kind === "host" ? "VirtualHost" : "Component")} that reads it`,
      edits: [insert, removal],
      safe: false,
    },
    remove,
  ];
}

function removing(setting: Setting, { text }: LuaContext): Fix {
  return { title: "Remove it, as it has no effect", edits: [removeSetting(text, setting)], safe: false };
}
