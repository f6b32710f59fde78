// Which modules the hosts of a file load, as far as the file says so for certain.

import type { ConfigFile, Section } from "../../../model/config.ts";
import type { Schema } from "../../../schema/schema.ts";
import { moduleNames } from "./moduleNames.ts";
import type { ModuleName } from "./moduleNames.ts";
import { sectionKey } from "./sections.ts";

/** What `modules_enabled` names for sure. What is switched off anywhere is left out. */
export function enabledModules(file: ConfigFile, schema: Schema): readonly ModuleName[] {
  const names = moduleNames(file, schema);
  const off = new Set(names.flatMap(({ use, name }) => (use === "disable" ? [name] : [])));
  return names.filter(({ use, name, setting }) => use === "enable" && setting?.certain === true && !off.has(name));
}

/** Whether a module named in the one section is loaded in the other: hosts take over the global list, components do not. */
export function reaches(from: Section, to: Section): boolean {
  return sectionKey(from) === sectionKey(to) || (from.kind === "global" && to.kind === "host");
}
