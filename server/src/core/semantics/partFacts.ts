// What there is to find in one part of a file: the names that an index needs, without places.

import type { Section, Setting } from "../model/config.ts";
import type { Part } from "../model/part.ts";
import type { Schema } from "../schema/schema.ts";
import { loadedByName, moduleNamesIn } from "./moduleNames.ts";

export interface PartFacts {
  /** Which of the part's settings are of an option. */
  readonly settings: ReadonlyMap<string, readonly number[]>;
  readonly sections: readonly Section[];
  /** Kinds and names of them: `host example.org`. */
  readonly kinds: readonly string[];
  /** Names of the hosts that begin in it. */
  readonly hosts: readonly string[];
  /** Names of modules: `muc` for whatever use, and `component muc` for that one. */
  readonly modules: ReadonlySet<string>;
  readonly readNames: readonly string[];
  /** Modules that it may load, providers included; undefined: one of them is computed. */
  readonly mayLoad: readonly string[] | undefined;
  /** Some section depends on what the program does, or is opened by a function. */
  readonly isUncertain: boolean;
  readonly isInFunction: boolean;
  readonly hasIncludes: boolean;
  readonly hasLocals: boolean;
  readonly hasEnvRefs: boolean;
}

export function partFacts({ lowered, readNames }: Part, schema: Schema): PartFacts {
  const settings: readonly Setting[] = lowered.flatMap((one) => one.settings);
  const sections = lowered.flatMap((one) => one.sections);
  const byName = new Map<string, number[]>();
  settings.forEach(({ name }, i) => {
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [i]);
    else known.push(i);
  });
  return {
    settings: byName,
    sections,
    kinds: sections.flatMap(({ kind, host }) => (host === undefined ? [] : [`${kind} ${host}`])),
    hosts: sections.flatMap(({ host }) => host ?? []),
    modules: new Set(moduleNamesIn({ settings, sections }, schema).flatMap(({ name, use }) => [name, `${use} ${name}`])),
    readNames,
    mayLoad: loadedByName({ settings, sections }, schema),
    isUncertain: sections.some(({ certain }) => !certain),
    isInFunction: sections.some(({ until }) => until !== undefined),
    hasIncludes: lowered.some(({ includes }) => includes.length > 0),
    hasLocals: lowered.some(({ locals }) => locals.length > 0),
    hasEnvRefs: lowered.some(({ envRefs }) => envRefs.length > 0),
  };
}
