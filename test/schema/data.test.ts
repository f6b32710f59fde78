// Holds our own data to its promises: every file has the shape of entrySpecs.ts, every name it mentions exists, every text says something,
// every example is Lua. Files are found by listing the folder, so a new one is covered at once.

import { readFileSync, readdirSync } from "node:fs";
import luaparse from "luaparse";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../scripts/knowledge.mjs";
import type * as z from "zod/mini";
import { serviceOptions } from "../../server/src/core/schema/serviceOptions.ts";
import * as specs from "../../server/src/core/schema/entrySpecs.ts";
import { VERSIONS } from "../../server/src/core/schema/types.ts";
import type {
  CommunityEntry,
  Deprecation,
  DirectiveEntry,
  ModuleEntry,
  OptionEntry,
  ServiceEntry,
  TypeSpec,
  VariableEntry,
  Version,
  VersionRange,
} from "../../server/src/core/schema/types.ts";

const DATA = new URL("../../server/src/core/schema/data/", import.meta.url);

interface Named<Entry> {
  readonly file: string;
  readonly name: string;
  readonly entry: Entry;
}

function inFile<Entry>(file: string): Named<Entry>[] {
  const entries = JSON.parse(readFileSync(new URL(file, DATA), "utf8")) as Record<string, Entry>;
  return Object.entries(entries).map(([name, entry]) => ({ file, name, entry }));
}

function inFolder<Entry>(folder: string): Named<Entry>[] {
  return jsonFiles(folder).flatMap((file) => inFile<Entry>(`${folder}/${file}`));
}

function jsonFiles(folder: string): string[] {
  return readdirSync(new URL(`${folder}/`, DATA)).filter((file) => file.endsWith(".json"));
}

const { options: read } = readKnowledge();
// A type may be the one of another option.
const options = inFolder<OptionEntry>("options").map((one) => ({ ...one, entry: read[one.name] ?? one.entry }));
const modules = inFolder<ModuleEntry>("modules");
const community = inFolder<CommunityEntry>("community");
const variables = inFile<VariableEntry>("variables.json");
const services = inFile<ServiceEntry>("services.json");
const directives = inFile<DirectiveEntry>("directives.json");

const derived = Object.entries(serviceOptions(byName(services))).map(([name, entry]) => ({
  file: "serviceOptions.ts",
  name,
  entry,
}));

const optionNames = names([...options, ...derived]);
const moduleNames = names(modules);
const communityNames = names(community);
const variableNames = names(variables);
const serviceNames = names(services);

function names(list: readonly Named<unknown>[]): ReadonlySet<string> {
  return new Set(list.map(({ name }) => name));
}

function byName<Entry>(list: readonly Named<Entry>[]): Record<string, Entry> {
  return Object.fromEntries(list.map(({ name, entry }) => [name, entry]));
}

/** The places where something is wrong; an empty list is what a test wants. */
function wrong<Entry>(list: readonly Named<Entry>[], complain: (entry: Entry, name: string) => readonly string[]): string[] {
  return list.flatMap(({ file, name, entry }) => complain(entry, name).map((what) => `${file} ${name}: ${what}`));
}

function missing(what: string, wanted: readonly string[] | undefined, known: ReadonlySet<string>): string[] {
  return (wanted ?? []).filter((name) => !known.has(name)).map((name) => `${what} ${name} does not exist`);
}

function one(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name];
}

describe("shape", () => {
  test.each<[string, readonly Named<unknown>[], z.ZodMiniType]>([
    ["options", options, specs.option],
    ["options of services", derived, specs.option],
    ["modules", modules, specs.module],
    ["community modules", community, specs.communityModule],
    ["variables", variables, specs.variable],
    ["services", services, specs.service],
    ["directives", directives, specs.directive],
  ])("%s", (_, list, shape) => {
    expect(list.length).toBeGreaterThan(0);
    expect(
      wrong(list, (entry) => {
        const result = shape.safeParse(entry);
        return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
      }),
    ).toEqual([]);
  });

  test("no name is there twice", () => {
    const groups: readonly (readonly Named<unknown>[])[] = [[...options, ...derived], modules, community];
    for (const list of groups) {
      const seen = new Set<string>();
      expect(
        wrong(list, (_, name) => {
          const again = seen.has(name);
          seen.add(name);
          return again ? ["is there twice"] : [];
        }),
      ).toEqual([]);
    }
  });

  test("no notes of ours are left behind as keys in capitals", () => {
    const all: readonly Named<unknown>[] = [...options, ...modules, ...community, ...variables, ...services, ...directives];
    expect(wrong(all, capitalKeys)).toEqual([]);
  });

  test("things begin before they end", () => {
    const all: readonly Named<VersionRange>[] = [...options, ...modules, ...variables, ...services, ...directives];
    expect(
      wrong(all, ({ since, removed }) => (since && removed && !before(since, removed) ? [`${since} to ${removed}`] : [])),
    ).toEqual([]);
  });

  test("history runs from old to new and ends before today", () => {
    expect(
      wrong(options, ({ history = [] }) =>
        history.flatMap(({ upTo }, index) => {
          const next = history[index + 1]?.upTo ?? "trunk";
          return before(upTo, next) ? [] : [`upTo ${upTo} is not before ${next}`];
        }),
      ),
    ).toEqual([]);
  });
});

function before(one: Version, other: Version): boolean {
  return VERSIONS.indexOf(one) < VERSIONS.indexOf(other);
}

function capitalKeys(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(/^[A-Z][A-Z_]+$/.test(key) ? [`key ${key}`] : []),
    // A default is Prosody's own value; its keys are what they are.
    ...(key === "default" ? [] : capitalKeys(inner)),
  ]);
}

describe("names exist", () => {
  test("those that options mention", () => {
    expect(
      wrong([...options, ...derived], (entry) => [
        ...missing("module", entry.modules, moduleNames),
        ...missing("requiredBy", entry.requiredBy, moduleNames),
        ...missing("fallback", one(entry.fallback), optionNames),
        ...(entry.risks ?? []).flatMap(({ given = {} }) => missing("given", Object.keys(given), optionNames)),
        ...replacement(entry.deprecated, optionNames),
      ]),
    ).toEqual([]);
  });

  test("those that modules mention", () => {
    const anyModule = new Set([...moduleNames, ...communityNames]);
    expect(
      wrong(modules, (entry) => [
        ...missing(
          "dependency",
          entry.depends?.map(({ name }) => name),
          moduleNames,
        ),
        ...missing("conflict", entry.conflicts, anyModule),
        ...replacement(entry.deprecated, anyModule),
      ]),
    ).toEqual([]);
  });

  test("those that variables mention", () => {
    expect(
      wrong(variables, (entry) => [
        ...missing("option", entry.sets, optionNames),
        ...missing("variable", entry.requires, variableNames),
      ]),
    ).toEqual([]);
  });

  test("those that services mention", () => {
    expect(
      wrong(services, (entry) => [
        ...missing("module", [entry.module], moduleNames),
        ...missing("option", one(entry.hostFallback), optionNames),
        ...missing("service", one(entry.replacedBy?.service), serviceNames),
      ]),
    ).toEqual([]);
  });

  test("those that community modules mention", () => {
    expect(
      wrong(community, (entry, name) => [
        ...missing("successor", one(entry.successor), new Set([...moduleNames, ...communityNames])),
        ...(entry.bundledSince === undefined ? [] : missing("bundled module", [name], moduleNames)),
      ]),
    ).toEqual([]);
  });

  function replacement(deprecation: Deprecation | undefined, known: ReadonlySet<string>): string[] {
    const isModule = deprecation?.kind === "module";
    return missing("replacement", one(deprecation?.to), isModule ? new Set([...moduleNames, ...communityNames]) : known);
  }
});

describe("texts", () => {
  test("every summary says something", () => {
    const all: readonly Named<{ readonly summary?: string }>[] = [
      ...options,
      ...derived,
      ...modules,
      ...community,
      ...variables,
      ...directives,
    ];
    expect(wrong(all, ({ summary }, name) => (summary === undefined ? [] : empty(summary, name)))).toEqual([]);
  });

  test("every field of a table says something", () => {
    expect(
      wrong([...options, ...derived], ({ type }) =>
        fieldsOf(type).flatMap(([field, summary]) => (summary.trim().length < 8 ? [`field ${field}: "${summary}"`] : [])),
      ),
    ).toEqual([]);
  });

  test("sentences end", () => {
    const all: readonly Named<{ readonly summary?: string; readonly cautions?: readonly string[] }>[] = [
      ...options,
      ...derived,
      ...modules,
      ...community,
      ...variables,
      ...directives,
    ];
    const ends = /[.!?`)…]$/;
    expect(
      wrong(all, ({ summary, cautions = [] }) =>
        [...one(summary), ...cautions].filter((text) => !ends.test(text)).map((text) => `"${text}" has no end`),
      ),
    ).toEqual([]);
  });

  function empty(summary: string, name: string): string[] {
    const known = new Set(words(name));
    const fresh = words(summary).filter((word) => !known.has(word));
    if (summary.length < 20) return [`"${summary}" is too short`];
    return fresh.length < 3 ? [`"${summary}" repeats the name`] : [];
  }

  function words(text: string): string[] {
    return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  }

  function fieldsOf(type: TypeSpec): [string, string][] {
    if (typeof type === "string") return [];
    if (!("is" in type)) return type.flatMap(fieldsOf);
    switch (type.is) {
      case "list":
        return fieldsOf(type.items);
      case "map":
        return [...fieldsOf(type.keys), ...fieldsOf(type.values)];
      case "record":
        return Object.entries(type.fields).flatMap(([name, field]) => [
          [name, field.summary] as [string, string],
          ...fieldsOf(field.type),
        ]);
      default:
        return [];
    }
  }
});

describe("examples", () => {
  test("are Lua", () => {
    const all: readonly Named<{ readonly example?: string }>[] = [...options, ...modules, ...directives];
    expect(wrong(all, ({ example }) => (example === undefined ? [] : luaErrors(example)))).toEqual([]);
  });

  test("of options set the option", () => {
    expect(
      wrong(options, ({ example }, name) => (example === undefined || example.includes(name) ? [] : [`not in "${example}"`])),
    ).toEqual([]);
  });

  test("of variables are NAME=value", () => {
    expect(
      wrong(variables, ({ example }, name) =>
        example === undefined || (example.startsWith(`${name}=`) && !/\s/.test(example)) ? [] : [`"${example}"`],
      ),
    ).toEqual([]);
  });

  function luaErrors(source: string): string[] {
    try {
      luaparse.parse(source, { luaVersion: "5.3" });
      return [];
    } catch (error) {
      return [`${String(error)} in "${source}"`];
    }
  }
});
