// What there is to choose from when something is added: hosts of the file, modules and components of the version.

import type { LuaAnalysis } from "../analyse.ts";
import { hostName } from "../rules/lua/shared/sections.ts";
import type { Schema } from "../schema/schema.ts";
import { isDeprecated } from "../schema/version.ts";
import { FEATURES } from "./features.ts";

export interface Choices {
  readonly version: string;
  /** Virtual hosts of the file, in its order. */
  readonly hosts: readonly string[];
  readonly modules: readonly Named[];
  readonly components: readonly Named[];
  readonly features: readonly { readonly id: string; readonly title: string; readonly detail: string }[];
}

export interface Named {
  readonly name: string;
  readonly summary: string;
}

/** Names that one types; the rest loads by itself or through an option. */
const BY_OPTION = /^(?:auth|storage|authz)_/;

export function choices(analysis: LuaAnalysis | undefined, schema: Schema): Choices {
  const all = [...schema.modules.values()].filter(
    ({ name, origin, availability }) => origin === "bundled" && availability === "now" && !BY_OPTION.test(name),
  );
  const named = (kinds: readonly string[]): readonly Named[] =>
    all
      .filter(({ kind, entry }) => kinds.includes(kind) && entry?.autoload === undefined && !isDeprecated(entry, schema.version))
      .map(({ name, summary }) => ({ name, summary: summary ?? "" }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  const sections = analysis?.file.sections ?? [];
  return {
    version: schema.version,
    hosts: [...new Set(sections.flatMap((section) => (section.kind === "host" ? (hostName(section) ?? []) : [])))],
    modules: named(["module", "both"]),
    components: named(["component", "both"]),
    features: FEATURES,
  };
}
