// Enables a module in the list that counts for a place: the global one, or those of the components that the module is made for.

import type { Section } from "../../../model/config.ts";
import type { TableValue } from "../../../model/value.ts";
import { homeComponent, inheritsModule } from "../../../semantics/loaded.ts";
import { sectionKey } from "../../../semantics/sections.ts";
import type { TextEdit } from "../../../text/edit.ts";
import type { Fix, LuaContext } from "../../rule.ts";
import { addText } from "./additions.ts";
import { underHeader } from "./insertion.ts";
import { luaString } from "./literals.ts";
import { code } from "./words.ts";

const LIST = "modules_enabled";

/** Enables it where `section` profits from it; none where that list is computed, or there is no such component. */
export function enabling(module: string, section: Section, context: LuaContext): readonly Fix[] {
  const home = homeComponent(module, context.schema);
  const places = placesFor(module, home, section, context);
  const edits = addedTo(places, module, context);
  if (edits === undefined) return [];
  const where = places.some(({ kind }) => kind === "component") ? ` on ${placeWords(places, home)}` : "";
  return [{ title: `Enable ${code(module)}${where}`, safe: false, ...edits }];
}

/** Takes a module that is made for one kind of component out of a list and into those of these components. */
export function movingHome(module: string, home: string, removal: TextEdit, context: LuaContext): readonly Fix[] {
  const places = componentsOf(home, context).filter((place) => !isEnabledIn(module, place, context));
  const added = addedTo(places, module, context);
  if (added === undefined) return [];
  const edits = [...added.edits, removal];
  return [{ title: `Move ${code(module)} to ${placeWords(places, home)}`, safe: false, ...added, edits }];
}

/** Whether the module is made for the component that a section is. */
export function isHomeOf(module: string, { kind, module: made }: Section, { schema }: LuaContext): boolean {
  return kind === "component" && made?.kind === "string" && homeComponent(module, schema) === made.value;
}

function placeWords(places: readonly Section[], home: string | undefined): string {
  if (home === undefined) return "this component";
  return places.length === 1 ? `the ${code(home)} component` : `each ${code(home)} component`;
}

function placesFor(module: string, home: string | undefined, section: Section, context: LuaContext): readonly Section[] {
  if (home === undefined) {
    const isOwn = section.kind === "component" && !inheritsModule(module, "component", context.schema);
    return [isOwn ? section : context.config.global];
  }
  if (section.kind === "component") return isHomeOf(module, section, context) ? [section] : [];
  return componentsOf(home, context);
}

function componentsOf(home: string, { config }: LuaContext): readonly Section[] {
  const all = config.usedModules.filter(({ name, section }) => name === home && section.kind === "component");
  return [...new Map(all.map(({ section }) => [sectionKey(section), section])).values()];
}

function isEnabledIn(module: string, section: Section, { config }: LuaContext): boolean {
  return config
    .modulesFor([module], section)
    .some(({ use, section: at }) => use === "enable" && sectionKey(at) === sectionKey(section));
}

/** By file; undefined where one of the lists cannot be changed. */
function addedTo(
  places: readonly Section[],
  module: string,
  context: LuaContext,
): Pick<Fix, "edits" | "changes" | "others"> | undefined {
  const edits: TextEdit[] = [];
  const others = new Map<string, TextEdit[]>();
  for (const place of places) {
    const found = listOf(place, context);
    if (found === undefined) return undefined;
    const { text, path, table } = found;
    const edit =
      table === undefined ? underHeader(text, place, `${LIST} = { ${luaString(module)} }`) : addText(text, table, module);
    if (edit === undefined) return undefined;
    if (path === undefined) edits.push(edit);
    else others.set(path, [...(others.get(path) ?? []), edit]);
  }
  if (others.size === 0) return edits.length === 0 ? undefined : { edits, changes: [LIST] };
  return { edits, changes: [LIST], others: [...others].map(([path, list]) => ({ path, edits: list })) };
}

interface FoundList {
  readonly text: string;
  /** Of another file. */
  readonly path?: string;
  /** Absent where the section has none. */
  readonly table?: TableValue;
}

function listOf(section: Section, context: LuaContext): FoundList | undefined {
  const { config, own } = context;
  const isGlobal = section.kind === "global";
  const setting = isGlobal
    ? config.moduleList?.setting
    : config.settingsIn(LIST, section).findLast(({ form }) => form !== "append" && form !== "member");
  if (isGlobal && setting === undefined) return undefined;
  if (setting !== undefined && (!setting.certain || setting.value.kind !== "table" || setting.value.folded === true))
    return undefined;
  const thing = setting ?? section;
  const home = config.homeOf(thing) ?? own.homeOf(thing);
  if (home === undefined) return undefined;
  const table = setting?.value.kind === "table" ? { table: setting.value } : {};
  return context.isHere(thing) ? { text: context.text, ...table } : { text: home.text, path: home.path, ...table };
}
