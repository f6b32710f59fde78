// Holds our knowledge against the facts and lists every place where they differ.

import type { Knowledge } from "../../../server/src/core/schema/knowledge.ts";
import { Schema } from "../../../server/src/core/schema/schema.ts";
import { VERSIONS } from "../../../server/src/core/schema/types.ts";
import { compareCommunity } from "./compareCommunity.ts";
import { compareModule } from "./compareModule.ts";
import { compareOption } from "./compareOption.ts";
import { compareVariable } from "./compareVariable.ts";
import type { Facts } from "./facts.ts";

export interface Difference {
  /** `option ssl: fallback`, `module pubsub: kind`: what the table of reasons names. */
  readonly place: string;
  readonly facts: unknown;
  readonly ours: unknown;
}

/** Says what both say of a thing; kept only where they differ. */
export type Tell = (what: string, facts: unknown, ours: unknown) => void;

export function compare(knowledge: Knowledge, facts: Facts): readonly Difference[] {
  const found: Difference[] = [];
  const about =
    (thing: string): Tell =>
    (what, theirs, ours) => {
      if (JSON.stringify(ordered(theirs)) !== JSON.stringify(ordered(ours)))
        found.push({ place: `${thing}: ${what}`, facts: theirs, ours });
    };
  const schemas = VERSIONS.map((version) => new Schema(knowledge, version));
  for (const [name, entry] of Object.entries(facts.options)) compareOption(name, entry, schemas, about(`option ${name}`));
  for (const [name, entry] of Object.entries(facts.modules))
    compareModule(entry, knowledge.modules[name], about(`module ${name}`));
  for (const [name, entry] of Object.entries(facts.variables))
    compareVariable(entry, knowledge.variables[name], about(`variable ${name}`));
  const bundled = new Set(
    [...(schemas[0]?.options.values() ?? [])].filter(({ origin }) => origin === "bundled").map(({ name }) => name),
  );
  for (const [name, entry] of Object.entries(facts.community)) {
    compareCommunity(entry, knowledge.community[name], bundled, about(`community ${name}`));
  }
  const living = Object.keys(knowledge.community).filter((name) => knowledge.community[name]?.gone !== true);
  for (const name of beyond([...bundled], facts.options)) about(`option ${name}`)("beyond the facts", false, true);
  for (const name of beyond(Object.keys(knowledge.modules), facts.modules))
    about(`module ${name}`)("beyond the facts", false, true);
  about("variables")("beyond the facts", [], beyond(Object.keys(knowledge.variables), facts.variables));
  about("community")("beyond the facts", [], beyond(living, facts.community));
  return found;
}

export function beyond(names: readonly string[], known: object): readonly string[] {
  return names.filter((name) => !Object.hasOwn(known, name));
}

/** Neither lists nor keys have an order in the facts. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, ordered(inner)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
