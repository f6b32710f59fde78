// What there is to find in one part of a file: the names that an index needs, without places.

import type { Section, Setting } from "../model/config.ts";
import type { Part } from "../model/part.ts";
import type { Schema } from "../schema/schema.ts";
import { addTo } from "../text/addTo.ts";
import { kept, keptOf } from "../text/kept.ts";
import { loadedByName, moduleNamesIn } from "./moduleNames.ts";

export interface PartFacts {
  /** Which of the part's settings are of an option. */
  readonly settings: ReadonlyMap<string, readonly number[]>;
  readonly sections: readonly Section[];
  /** Kinds and names of them: `host example.org`. */
  readonly kinds: readonly string[];
  /** Names of the hosts that begin in it. */
  readonly hosts: readonly string[];
  /** Names of modules, each once: `muc` for whatever use, and `component muc` for that one. */
  readonly modules: readonly string[];
  readonly readNames: readonly string[];
  /** Modules that it may load, providers included; undefined: one of them is computed. */
  readonly mayLoad: readonly string[] | undefined;
  /** Some section depends on what the program does, or is opened by a function. */
  readonly isUncertain: boolean;
  /** Some statement does not parse. */
  readonly isDoubtful: boolean;
  readonly isInFunction: boolean;
  readonly hasIncludes: boolean;
  readonly hasLocals: boolean;
  readonly hasLuaReads: boolean;
  readonly hasEnvRefs: boolean;
}

export function partFacts({ lowered, readNames }: Part, schema: Schema): PartFacts {
  const settings: Setting[] = [];
  const sections: Section[] = [];
  const byName = new Map<string, number[]>();
  let [hasIncludes, hasLocals, hasEnvRefs] = [false, false, false];
  for (const one of lowered) {
    for (const setting of one.settings) {
      addTo(byName, setting.name, settings.length);
      settings.push(setting);
    }
    for (const section of one.sections) sections.push(section);
    hasIncludes ||= one.includes.length > 0;
    hasLocals ||= one.locals.length > 0;
    hasEnvRefs ||= one.envRefs.length > 0;
  }
  const modules = new Set<string>();
  for (const { name, use } of moduleNamesIn({ settings, sections }, schema)) modules.add(name).add(`${use} ${name}`);
  const mayLoad = loadedByName({ settings, sections }, schema);
  return {
    settings: byName,
    sections: kept(sections),
    kinds: kept(sections.flatMap(({ kind, host }) => (host === undefined ? [] : [`${kind} ${host}`]))),
    hosts: kept(sections.flatMap(({ host }) => host ?? [])),
    modules: keptOf(modules),
    readNames,
    mayLoad: mayLoad === undefined ? undefined : kept(mayLoad),
    isUncertain: sections.some(({ certain }) => !certain),
    isDoubtful: lowered.some(({ isDoubtful }) => isDoubtful),
    isInFunction: sections.some(({ until }) => until !== undefined),
    hasIncludes,
    hasLocals,
    hasLuaReads: lowered.some(({ luaReads }) => luaReads.length > 0),
    hasEnvRefs,
  };
}
