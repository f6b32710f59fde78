// Every module name that a part of a file writes: in modules_enabled, in other options that take module names, and after Component "x".

import type { ConfigPart, Section, Setting } from "../model/config.ts";
import type { StringValue, TableEntry, TableValue } from "../model/value.ts";
import type { Schema } from "../schema/schema.ts";
import type { DetailedType, SimpleKind, TypeSpec } from "../schema/types.ts";
import { leavesOf, mayHold } from "./leaves.ts";

/** What naming a module does. */
export type ModuleUse = "enable" | "disable" | "component" | "other";

export interface ModuleName {
  readonly name: string;
  readonly value: StringValue;
  readonly use: ModuleUse;
  readonly section: Section;
  readonly setting?: Setting;
  /** Its list, when it is an item of one. */
  readonly item?: { readonly table: TableValue; readonly entry: TableEntry };
}

export function moduleNamesIn(
  { settings, sections }: Pick<ConfigPart, "settings" | "sections">,
  schema: Schema,
): readonly ModuleName[] {
  const names: ModuleName[] = [];
  for (const setting of settings) {
    const type = typeNaming(setting.name, schema)?.names;
    if (type === undefined || setting.form === "member") continue;
    for (const { type: wanted, value, inside } of leavesOf(type, setting.value)) {
      if (value.kind !== "string" || !isModule(wanted)) continue;
      const { section } = setting;
      names.push({
        name: value.value,
        value,
        use: useOf(setting.name, wanted),
        section,
        setting,
        ...(inside === undefined ? {} : { item: inside }),
      });
    }
  }
  for (const section of sections) {
    if (section.module?.kind === "string")
      names.push({ name: section.module.value, value: section.module, use: "component", section });
  }
  return names;
}

/** The type of an option, where modules are named in it, and where modules or providers are. */
interface Naming {
  readonly names: TypeSpec | undefined;
  readonly chooses: TypeSpec | undefined;
}

/** Few options name modules, and it is asked of every setting. */
function typeNaming(name: string, schema: Schema): Naming | undefined {
  const option = schema.option(name);
  if (option === undefined) return undefined;
  const { type } = option;
  const known = schema.once(newNamings);
  let naming = known.get(type);
  if (naming === undefined) {
    const names = mayHold(type, isModule) ? type : undefined;
    naming = { names, chooses: names ?? (mayHold(type, namesModules) ? type : undefined) };
    known.set(type, naming);
  }
  return naming;
}

function newNamings(): Map<TypeSpec, Naming> {
  return new Map();
}

function isModule(kind: SimpleKind | DetailedType): kind is "module" | "componentmodule" {
  return kind === "module" || kind === "componentmodule";
}

function useOf(option: string, wanted: "module" | "componentmodule"): ModuleUse {
  if (wanted === "componentmodule") return "component";
  if (option === "modules_enabled") return "enable";
  return option === "modules_disabled" ? "disable" : "other";
}

/** Modules that a part may load: those it names and the providers it chooses; undefined where one of them is computed. */
export function loadedByName(
  { settings, sections }: Pick<ConfigPart, "settings" | "sections">,
  schema: Schema,
): readonly string[] | undefined {
  const names: string[] = [];
  for (const { name, value: whole } of settings) {
    const wanted = name === "modules_disabled" ? undefined : typeNaming(name, schema)?.chooses;
    if (wanted === undefined) continue;
    for (const { type, value } of leavesOf(wanted, whole)) {
      const prefix = typeof type !== "string" && type.is === "provider" ? `${type.of}_` : "";
      if (prefix === "" && type !== "module" && type !== "componentmodule") continue;
      if (value.kind !== "string") return undefined;
      names.push(prefix + value.value);
    }
  }
  for (const { kind, module } of sections) {
    if (kind !== "component") continue;
    if (module !== undefined && module.kind !== "string") return undefined;
    names.push(module?.value ?? "component");
  }
  return names;
}

function namesModules(kind: SimpleKind | DetailedType): boolean {
  return isModule(kind) || (typeof kind !== "string" && kind.is === "provider");
}
