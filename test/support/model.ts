// The model of a configuration as short lines, so that a test reads like the file it is about.

import { analyse } from "../../server/src/core/analyse.ts";
import type { Section, Setting } from "../../server/src/core/model/config.ts";
import type { LuaFile } from "../../server/src/core/model/luaFile.ts";
import type { TableEntry, Value } from "../../server/src/core/model/value.ts";

export function configOf(text: string): LuaFile {
  const { file } = analyse("lua", text);
  if (file.kind !== "lua") throw new Error("not a configuration");
  return file;
}

/** `host "x.example": storage = "sql"`; what only some runs do ends with ` ?`, what is not an assignment names its form. */
export function settingLine(setting: Setting): string {
  const section = setting.section.kind === "global" ? "" : `${sectionLine(setting.section)}: `;
  const form = setting.form === "assign" || setting.form === "field" ? "=" : setting.form;
  return `${section}${setting.name} ${form} ${valueText(setting.value)}${setting.certain ? "" : " ?"}`;
}

export function sectionLine({ kind, name, module, certain }: Section): string {
  const parts = [kind, name === undefined ? "" : valueText(name), module === undefined ? "" : valueText(module)];
  return `${parts.filter((part) => part !== "").join(" ")}${certain ? "" : " ?"}`;
}

/** Values in Lua's notation; `<dynamic>` and the like for what is not known, `~` before what was worked out. */
export function valueText(value: Value): string {
  const folded = value.folded === true ? "~" : "";
  switch (value.kind) {
    case "string":
      return folded + JSON.stringify(value.value);
    case "number":
    case "boolean":
      return folded + String(value.value);
    case "nil":
      return value.unsetName === undefined ? `${folded}nil` : `${folded}nil(${value.unsetName})`;
    case "table":
      return `${folded}{ ${value.entries.map(entryText).join("; ")} }`.replace("{  }", "{}");
    case "env":
      return `${folded}ENV ${value.name}${value.fallback === undefined ? "" : ` or ${valueText(value.fallback)}`}`;
    default:
      return `${folded}<${value.kind}>`;
  }
}

function entryText({ key, value }: TableEntry): string {
  return key === undefined ? valueText(value) : `[${valueText(key.value)}] = ${valueText(value)}`;
}
