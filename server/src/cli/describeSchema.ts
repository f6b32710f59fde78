// The knowledge as plain data for other programs, with the options of services and of community modules worked in. Either of all
// versions with the range each thing is in (`since`, `removed` before), or as it is in one.

import type { Knowledge } from "../core/schema/knowledge.ts";
import { Schema } from "../core/schema/schema.ts";
import type { ModuleInfo, OptionInfo } from "../core/schema/schema.ts";
import type { Version, VersionRange } from "../core/schema/types.ts";
import { availability } from "../core/schema/version.ts";
import type { Availability } from "../core/schema/version.ts";

export interface SchemaDescription {
  readonly prosodyVersion?: Version;
  readonly options: Table;
  readonly modules: Table;
  readonly variables: Table;
  readonly directives: Table;
  readonly services: Table;
  readonly providers: Readonly<Record<string, Table>>;
}

type Table = Readonly<Record<string, object>>;

export function describeAll(knowledge: Knowledge): SchemaDescription {
  // What is true of the newest version stands in the entries themselves; what was true before is in their history.
  const newest = new Schema(knowledge, "trunk");
  const withHistory = (option: OptionInfo): object => {
    const history = Object.hasOwn(knowledge.options, option.name) ? knowledge.options[option.name]?.history : undefined;
    return { ...plain(option), ...(history === undefined ? {} : { history }) };
  };
  return {
    options: table(newest.options.values(), withHistory),
    modules: table(newest.modules.values(), (module) =>
      describeModule(module, module.entry === undefined ? "community" : "bundled"),
    ),
    variables: table(newest.variables.values(), plain),
    directives: table(newest.directives, plain),
    services: knowledge.services,
    providers: knowledge.providers,
  };
}

export function describeVersion(knowledge: Knowledge, version: Version): SchemaDescription {
  const schema = new Schema(knowledge, version);
  const { auth, storage, authz } = knowledge.providers;
  return {
    prosodyVersion: version,
    options: table(present(schema.options.values()), plain),
    modules: table(present(schema.modules.values()), (module) => describeModule(module, module.origin)),
    variables: table(present(schema.variables.values()), plain),
    directives: table(present(schema.directives), plain),
    services: inVersion(knowledge.services, version),
    providers: { auth: inVersion(auth, version), storage: inVersion(storage, version), authz: inVersion(authz, version) },
  };
}

function describeModule({ kind, page, entry, community }: ModuleInfo, origin: ModuleInfo["origin"]): object {
  if (origin !== "bundled") return { origin, kind, ...community, page };
  // Where it was to be had before Prosody had it, or after.
  return { origin, ...entry, page, ...(community === undefined ? {} : { community }) };
}

interface Named {
  readonly name: string;
  readonly availability: Availability;
}

function plain({ name: _name, availability: _availability, ...rest }: Named): object {
  return rest;
}

function table<T extends Named>(items: Iterable<T>, describe: (item: T) => object): Table {
  const sorted = [...items].sort((a, b) => (a.name < b.name ? -1 : 1));
  return Object.fromEntries(sorted.map((item) => [item.name, describe(item)]));
}

function present<T extends Named>(items: Iterable<T>): readonly T[] {
  return [...items].filter((item) => item.availability === "now");
}

function inVersion<T extends VersionRange>(entries: Readonly<Record<string, T>>, version: Version): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(entries).filter(([, entry]) => availability(entry, version) === "now"));
}
