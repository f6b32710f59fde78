// Services of a compose file, as far as their environment goes. Reads any text without throwing: what cannot be understood, or would
// take too long, is not there.

import { Composer, Parser, isAlias, isNode, visit } from "yaml";
import type { Document } from "yaml";
import { interpolate } from "../env/interpolate.ts";
import { SCALAR_TAGS } from "./scalars.ts";

export interface ComposeFile {
  readonly services: readonly ComposeService[];
}

export interface ComposeService {
  readonly name: string;
  readonly image?: string;
  /** Undefined: taken from outside, or not to be told from this file. Such a variable hides that of an env file all the same. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** In the order in which they are read; later ones count. */
  readonly envFiles: readonly ComposeEnvFile[];
}

export interface ComposeEnvFile {
  /** As written: from the folder of the compose file on. */
  readonly path: string;
  /** `format: raw`: read as `docker run --env-file` does. */
  readonly raw: boolean;
}

/** The library looks through all anchors for every alias. */
const MOST_REFERENCES = 1_000;

/** Longer files are no compose files; the library takes seconds for a million characters of nonsense. */
const LONGEST = 250_000;

/** The library's reader calls itself for each level. */
const DEEPEST = 100;

const OPTIONS = {
  schema: "failsafe",
  customTags: SCALAR_TAGS,
  merge: true,
  // Looking for doubles takes quadratic time.
  uniqueKeys: false,
  // Nothing for the console.
  logLevel: "error",
} as const;

export function readCompose(text: string): ComposeFile {
  const services = mapping(mapping(content(text))["services"]);
  return { services: Object.entries(services).map(([name, service]) => readService(name, mapping(service))) };
}

function content(text: string): unknown {
  if (text.length > LONGEST || tooDeep(text)) return undefined;
  try {
    // By its parts the library takes less room than by its one function, which explains mistakes too.
    // Of several documents, the first.
    const [document] = new Composer(OPTIONS).compose(new Parser().parse(text), true, text.length);
    return document === undefined || tooManyReferences(document) ? undefined : document.toJS();
  } catch {
    // An alias without its anchor or used too often, a merge of what is no map, nesting without end.
    return undefined;
  }
}

/** Brackets in strings count too; nobody has so many of them. */
function tooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[{\]}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > DEEPEST) return true;
    if (depth < 0) depth = 0;
  }
  return false;
}

function tooManyReferences(document: Document): boolean {
  let references = 0;
  visit(document, (_key, node) => {
    if (isNode(node) && (isAlias(node) || node.anchor !== undefined)) references++;
    return references > MOST_REFERENCES ? visit.BREAK : undefined;
  });
  return references > MOST_REFERENCES;
}

function readService(name: string, service: Readonly<Record<string, unknown>>): ComposeService {
  const image = resolved(service["image"]);
  return {
    name,
    ...(image === undefined ? {} : { image }),
    environment: Object.fromEntries(variables(service["environment"])),
    envFiles: list(service["env_file"]).flatMap(envFile),
  };
}

/** A map of names and values, or a list of `NAME=value` and `NAME`. */
function variables(environment: unknown): readonly (readonly [string, string | undefined])[] {
  if (!Array.isArray(environment)) {
    return Object.entries(mapping(environment)).map(([name, value]) => [name, resolved(value)]);
  }
  return environment.flatMap((line: unknown): (readonly [string, string | undefined])[] => {
    if (typeof line !== "string") return [];
    const cut = line.indexOf("=");
    const name = cut < 0 ? line : line.slice(0, cut);
    // A name that is made of variables could be any.
    if (name === "" || name.includes("$")) return [];
    return [[name, cut < 0 ? undefined : resolved(line.slice(cut + 1))]];
  });
}

/** A path, or a map with `path` and `format`. Whether the file is `required` makes no difference to what it says. */
function envFile(entry: unknown): readonly ComposeEnvFile[] {
  const { path, format } = typeof entry === "string" ? { path: entry } : mapping(entry);
  const name = resolved(path);
  return name === undefined || name === "" ? [] : [{ path: name, raw: format === "raw" }];
}

/** Undefined where the value is none, or depends on variables: where Compose takes them from is not known. */
function resolved(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const { value: text, uncertain, problems } = interpolate(value, { resolve: () => ({ kind: "unknown" }), budget: 0 });
  return uncertain || problems.length > 0 ? undefined : text;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function mapping(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};
}
