// What there is to choose from when something is added: hosts of the file, modules and components of the version.

import type { LuaAnalysis } from "../analyse.ts";
import type { Schema } from "../schema/schema.ts";
import { isDeprecated } from "../schema/version.ts";
import { Draft } from "./draft.ts";
import { FEATURES } from "./features.ts";
import { needsOf } from "./needs.ts";
import type { Need } from "./needs.ts";
import { homeModule } from "./places.ts";

export interface Choices {
  readonly version: string;
  /** Virtual hosts of the file, in its order. */
  readonly hosts: readonly string[];
  /** Components of the file, with what they are. */
  readonly sections: readonly { readonly name: string; readonly module: string }[];
  readonly modules: readonly Named[];
  readonly components: readonly Named[];
  readonly features: readonly { readonly id: string; readonly title: string; readonly detail: string }[];
}

export interface Named {
  readonly name: string;
  readonly summary: string;
  /** What has to be known to enable it, and is not set for the whole server. */
  readonly needs?: readonly Need[];
  /** Loads once for the whole server. */
  readonly global?: true;
  /** Loads inside a component of that module only. */
  readonly home?: string;
}

/** Names that one types; the rest loads by itself or through an option. */
const BY_OPTION = /^(?:auth|storage|authz)_/;

export function choices(analysis: LuaAnalysis | undefined, schema: Schema): Choices {
  const all = [...schema.modules.values()].filter(
    ({ name, origin, availability }) => origin === "bundled" && availability === "now" && !BY_OPTION.test(name),
  );
  const sections = analysis?.file.sections ?? [];
  const hosts = [...new Set(sections.flatMap((section) => (section.kind === "host" ? (section.host ?? []) : [])))];
  const draft = analysis === undefined ? undefined : Draft.of(analysis.text);
  const named = (kinds: readonly string[]): readonly Named[] =>
    all
      .filter(({ kind, entry }) => kinds.includes(kind) && entry?.autoload === undefined && !isDeprecated(entry, schema.version))
      .map((info): Named => {
        const needs = needsOf(info.name, schema, hosts[0]).filter(({ option }) => draft?.sets(option, "*") !== true);
        const home = homeModule({ schema }, info);
        return {
          name: info.name,
          summary: info.summary ?? "",
          ...(needs.length === 0 ? {} : { needs }),
          ...(info.entry?.global === true ? { global: true as const } : {}),
          ...(home === undefined ? {} : { home }),
        };
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    version: schema.version,
    hosts,
    sections: sections.flatMap((section) => {
      const name = section.kind === "component" ? section.host : undefined;
      return name === undefined ? [] : [{ name, module: section.module?.kind === "string" ? section.module.value : "" }];
    }),
    modules: named(["module", "both"]),
    // A component without a module is another program: that has a command of its own.
    components: named(["component", "both"]).filter(({ name }) => name !== "component"),
    features: FEATURES,
  };
}
