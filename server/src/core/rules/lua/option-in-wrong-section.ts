// Options under a host or component whose module is loaded elsewhere alone: nothing reads them there.

import type { ConfigFile, Section, Setting } from "../../model/config.ts";
import type { OptionInfo } from "../../schema/schema.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { everything } from "./shared/everything.ts";
import { underHeader } from "./shared/insertion.ts";
import { isPlain } from "./shared/literals.ts";
import { loadedModules } from "./shared/oldLoaded.ts";
import type { Loaded } from "./shared/oldLoaded.ts";
import { wholeList } from "./shared/lookup.ts";
import { loadedIn } from "./shared/reach.ts";
import { removeSetting } from "./shared/removal.ts";
import { sectionKey } from "../../semantics/sections.ts";
import { deprecationNow } from "./shared/typedSettings.ts";
import { code, someOf } from "./shared/words.ts";

export const optionInWrongSection: LuaRule = {
  kind: "lua",
  meta: {
    id: "option-in-wrong-section",
    severity: "warning",
    fixable: true,
    summary: "An option under a host that does not load the option's module.",
  },
  check(context) {
    const { file, schema, report } = context;
    const inside = file.settings.filter(
      ({ section, form }) => section.kind !== "global" && (form === "assign" || form === "field"),
    );
    if (inside.length === 0) return;
    const all = everything(context);
    if (wholeList(all) === undefined) return;
    const loaded = loadedModules(context);
    const bySection = new Map<string, ((module: string) => boolean) | undefined>();
    for (const setting of inside) {
      const option = schema.option(setting.name);
      const modules = option === undefined ? [] : readersOf(option, context);
      // Where none of them is loaded at all, a rule of its own says so.
      if (option === undefined || !modules.some((name) => loaded.names.has(name)) || file.readNames.has(setting.name)) continue;
      const key = sectionKey(setting.section);
      if (!bySection.has(key)) bySection.set(key, loadedIn(setting.section, all, schema));
      const isLoaded = bySection.get(key);
      if (isLoaded === undefined || modules.some(isLoaded) || isReadByOthers(setting.name, loaded, context)) continue;
      const places = placesFor(modules, all, context);
      const [place] = places;
      if (place === undefined) continue;
      const word = setting.section.kind === "host" ? "VirtualHost" : "Component";
      report({
        span: setting.nameSpan,
        message: `${code(setting.name)} is read by ${someOf(modules)} only, which this ${code(word)} does not load, so it has no effect here. Move it to where the module is.`,
        ...(file.sections.includes(place) ? { related: [{ span: place.header, message: "The module is loaded here" }] } : {}),
        page: option.page,
        fixes: () => fixesFor(setting, places, context),
      });
    }
  },
};

/** Of an option for hosts that is read by modules alone; those that are loaded once for all may look into any host. */
function readersOf(
  { origin, scope, availability, modules = [], ...rest }: OptionInfo,
  { schema }: LuaContext,
): readonly string[] {
  if (origin !== "bundled" || scope !== "host" || availability !== "now" || deprecationNow(rest, schema) !== undefined) return [];
  const infos = modules.map((module) => schema.module(module));
  if (infos.some((info) => info === undefined || info.entry?.global === true || info.origin !== "bundled")) return [];
  return modules;
}

/** Community modules may read the same name; those alone that are enabled matter. */
function isReadByOthers(name: string, loaded: Loaded, { schema }: LuaContext): boolean {
  return [...loaded.names].some((module) => Object.hasOwn(schema.module(module)?.community?.options ?? {}, name));
}

/** Sections that load one of them. */
function placesFor(modules: readonly string[], all: ConfigFile, { schema }: LuaContext): readonly Section[] {
  return all.sections.filter((section) => {
    if (section.kind === "global") return false;
    const isLoaded = loadedIn(section, all, schema);
    return isLoaded !== undefined && modules.some(isLoaded);
  });
}

function fixesFor(setting: Setting, places: readonly Section[], { file, text }: LuaContext): readonly Fix[] {
  const removal = removeSetting(text, setting);
  const remove: Fix = { title: "Remove it, as it has no effect", edits: [removal], safe: false };
  const [place] = places;
  if (place === undefined || places.length > 1 || !file.sections.includes(place) || !isPlain(setting.value)) return [remove];
  if (file.settings.some(({ name, section }) => name === setting.name && sectionKey(section) === sectionKey(place)))
    return [remove];
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
