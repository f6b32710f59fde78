// Small questions about settings that several rules ask: the list of modules of a whole configuration, what holds in a section, and
// whether it has a certain value.

import type { ConfigFile, Section, Setting } from "../../../model/config.ts";
import type { TableValue, Value } from "../../../model/value.ts";
import { isWhole, settingsFor } from "./wholeFile.ts";
import type { WholeConfig } from "./wholeFile.ts";

export interface GlobalList {
  readonly setting: Setting;
  readonly table: TableValue;
}

/** The global list of modules, where the file is all there is. */
export function wholeList(file: WholeConfig): GlobalList | undefined {
  if (!isWhole(file) || file.sections.some((section) => section.until !== undefined)) return undefined;
  const setting = file.settings.findLast(
    ({ name, section, form }) => name === "modules_enabled" && section.kind === "global" && form === "assign",
  );
  if (setting?.certain !== true || setting.value.kind !== "table") return undefined;
  return { setting, table: setting.value };
}

export function equals(value: Value, wanted: string | number | boolean): boolean {
  if (value.kind !== "string" && value.kind !== "number" && value.kind !== "boolean") return false;
  return String(value.value) === String(wanted);
}

/** Whether the option certainly has that value in a section. */
export function isSetTo(file: ConfigFile, name: string, section: Section, wanted: string | number | boolean): boolean {
  const setting = settingsFor(file, name, section).at(-1);
  return setting?.certain === true && equals(setting.value, wanted);
}
