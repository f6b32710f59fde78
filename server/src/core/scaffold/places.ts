// Where a module has to be named so that it loads: globally, on a host, or inside a component of another module.

import type { Section } from "../model/config.ts";
import type { ModuleInfo, Schema } from "../schema/schema.ts";
import type { Target } from "./draft.ts";
import type { Work } from "./scaffold.ts";

/** Where it has to be named: what is there once for all of the server globally, what lives in a component there. */
export function placeOf(work: Work, info: ModuleInfo | undefined, host: Target): Target {
  if (info?.entry?.global === true) return "*";
  const [only, second] = homes(work, info, host);
  return only === undefined || second !== undefined ? host : only;
}

/** The component that it needs around it: what it loads only loads there. */
export function homeModule({ schema }: { readonly schema: Schema }, info: ModuleInfo | undefined): string | undefined {
  return info?.depends.find(({ name, optional }) => optional !== true && schema.module(name)?.kind === "component")?.name;
}

/** Components that it could go to; nothing where it may stay. */
export function homes(work: Work, info: ModuleInfo | undefined, host: Target): readonly string[] {
  const home = homeModule(work, info);
  if (home === undefined) return [];
  const names = componentsOf(work, home);
  return names.includes(host.toLowerCase()) ? [host] : names;
}

export function componentsOf({ draft }: Work, module: string): readonly string[] {
  const isOne = (section: Section): boolean =>
    section.kind === "component" && section.module?.kind === "string" && section.module.value === module;
  return [...new Set(draft.analysis.file.sections.filter(isOne).flatMap((section) => section.host ?? []))];
}
