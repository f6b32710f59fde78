// Which modules the hosts of a file load, as far as the file says so for certain.

import type { ConfigFile, Section } from "../../../model/config.ts";
import type { Schema } from "../../../schema/schema.ts";
import type { Span } from "../../../text/span.ts";
import { moduleNames } from "./oldModuleNames.ts";
import type { ModuleName } from "../../../semantics/moduleNames.ts";
import { sectionKey } from "../../../semantics/sections.ts";

/** What `modules_enabled` names for sure. What is switched off anywhere is left out. */
export function enabledModules(file: ConfigFile, schema: Schema): readonly ModuleName[] {
  const names = moduleNames(file, schema);
  const off = new Set(names.flatMap(({ use, name }) => (use === "disable" ? [name] : [])));
  return names.filter(({ use, name, setting }) => use === "enable" && setting?.certain === true && !off.has(name));
}

export interface UsedModule {
  readonly name: string;
  readonly span: Span;
  readonly section: Section;
}

/** Those and what components are made of; a component without a module is one of `component`. */
export function usedModules(file: ConfigFile, schema: Schema): readonly UsedModule[] {
  const components = file.sections.flatMap((section): readonly UsedModule[] => {
    const { kind, module, header } = section;
    if (kind !== "component" || (module !== undefined && module.kind !== "string")) return [];
    return [{ name: module?.value ?? "component", span: module?.span ?? header, section }];
  });
  return [
    ...enabledModules(file, schema).map(({ name, value, section }) => ({ name, span: value.span, section })),
    ...components,
  ];
}

/** Whether a module named in the one section is loaded in the other: hosts take over the global list, components do not. */
export function reaches(from: Section, to: Section): boolean {
  return sectionKey(from) === sectionKey(to) || (from.kind === "global" && to.kind === "host");
}
