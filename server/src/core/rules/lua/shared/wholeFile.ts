// Whether a file can be taken for the whole configuration: only then may a rule conclude that what is missing here is missing.

import type { ConfigFile, Section, Setting } from "../../../model/config.ts";
import { hostName, sectionKey } from "../../../semantics/sections.ts";

/** What runs other files, or files that are computed. */
const READERS = ["RunScript", "dofile", "loadfile", "load", "loadstring", "require"];

/** Nothing is read from elsewhere, and no section depends on what the program does. */
export function isClosed({ includes, sections, readNames }: ConfigFile): boolean {
  return includes.length === 0 && sections.every((section) => section.certain) && !READERS.some((name) => readNames.has(name));
}

/** A configuration, and whether it is known that there is no more of it. */
export interface WholeConfig extends ConfigFile {
  readonly complete?: true;
}

/** All there is; where that is not known, a closed file with hosts and with the list of modules, which is where a main file is told from a part. */
export function isWhole(file: WholeConfig): boolean {
  const { sections, settings } = file;
  if (file.complete === true) return isClosed(file);
  return (
    isClosed(file) &&
    sections.length > 1 &&
    settings.some(({ name, section, form }) => name === "modules_enabled" && section.kind === "global" && form === "assign")
  );
}

/** Names of all hosts and components; undefined when one of them is computed. */
export function namesOfHosts({ sections }: ConfigFile): ReadonlySet<string> | undefined {
  const names = sections.filter(({ kind }) => kind !== "global").map(hostName);
  return names.includes(undefined) ? undefined : new Set(names.flatMap((name) => name ?? []));
}

/** All that is said of an option in a section, or in the global one where the section says nothing. */
export function settingsFor(file: ConfigFile, name: string, section: Section): readonly Setting[] {
  const all = file.settings.filter((setting) => setting.name === name);
  const own = all.filter((setting) => sectionKey(setting.section) === sectionKey(section));
  return own.length > 0 ? own : all.filter((setting) => setting.section.kind === "global");
}

/** The setting that holds, when there is no doubt about it. */
export function settingFor(file: ConfigFile, name: string, section: Section): Setting | undefined {
  const found = settingsFor(file, name, section);
  return found.every(({ certain, form }) => certain && (form === "assign" || form === "field")) ? found.at(-1) : undefined;
}

/** The one that switches a host off. */
export function disabling(file: ConfigFile, section: Section): Setting | undefined {
  const setting = settingFor(file, "enabled", section);
  return setting?.value.kind === "boolean" && !setting.value.value ? setting : undefined;
}
