// Every module name that a file writes: in modules_enabled, in other options that take module names, and after Component "x".

import type { Section, Setting } from "../../../model/config.ts";
import type { StringValue, TableEntry, TableValue } from "../../../model/value.ts";
import type { DetailedType, SimpleKind } from "../../../schema/types.ts";
import { leavesOf, mayHold } from "./leaves.ts";
import { perFile } from "./memo.ts";

export interface ModuleName {
  readonly name: string;
  readonly value: StringValue;
  /** What naming it there does. */
  readonly use: "enable" | "disable" | "component" | "other";
  readonly section: Section;
  readonly setting?: Setting;
  /** Its list, when it is an item of one. */
  readonly item?: { readonly table: TableValue; readonly entry: TableEntry };
}

export const moduleNames = perFile((file, schema): readonly ModuleName[] => {
  const names: ModuleName[] = [];
  for (const setting of file.settings) {
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
  for (const section of file.sections) {
    if (section.module?.kind === "string")
      names.push({ name: section.module.value, value: section.module, use: "component", section });
  }
  return names;
});

function isModule(kind: SimpleKind | DetailedType): kind is "module" | "componentmodule" {
  return kind === "module" || kind === "componentmodule";
}

function useOf(option: string, wanted: "module" | "componentmodule"): ModuleName["use"] {
  if (wanted === "componentmodule") return "component";
  if (option === "modules_enabled") return "enable";
  return option === "modules_disabled" ? "disable" : "other";
}
