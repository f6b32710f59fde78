// Every module name that a part of a file writes: in modules_enabled, in other options that take module names, and after Component "x".

import type { ConfigPart, Section, Setting } from "../model/config.ts";
import type { StringValue, TableEntry, TableValue } from "../model/value.ts";
import type { Schema } from "../schema/schema.ts";
import type { DetailedType, SimpleKind } from "../schema/types.ts";
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
    const type = schema.option(setting.name)?.type;
    if (type === undefined || setting.form === "member" || !mayHold(type, isModule)) continue;
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
    const option = name === "modules_disabled" ? undefined : schema.option(name);
    if (option === undefined || !mayHold(option.type, namesModules)) continue;
    for (const { type, value } of leavesOf(option.type, whole)) {
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
