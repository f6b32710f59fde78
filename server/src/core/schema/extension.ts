// What people add to the knowledge: modules and options of their own, declared in a file prosody-schema.json or found in the source
// of their modules. `parseExtension` reads such a file; entries that are wrong are told and left out, the others count.

import { parseTree } from "jsonc-parser";
import type { Node, ParseError } from "jsonc-parser";
import type { Span } from "../text/span.ts";
import { syntaxProblem, toProblems } from "./extensionProblems.ts";
import { entrySpecs, extensionFile } from "./extensionSpec.ts";
import type { ModuleKind, Dependency, Json, Scope, TypeSpec, VariableType } from "./types.ts";

export interface OwnOption {
  readonly summary?: string;
  readonly type: TypeSpec;
  readonly default?: Json;
  readonly scope?: Scope;
  readonly unit?: string;
  readonly secret?: boolean;
  readonly example?: string;
  /** Modules that read it. */
  readonly modules?: readonly string[];
  readonly link?: string;
}

export interface OwnModule {
  readonly summary?: string;
  readonly kind?: ModuleKind;
  readonly depends?: readonly Dependency[];
  readonly options?: Readonly<Record<string, OwnOption>>;
  readonly link?: string;
}

export interface OwnVariable {
  readonly summary: string;
  readonly type: VariableType;
  readonly default?: Json;
  readonly secret?: boolean;
  readonly example?: string;
  readonly link?: string;
}

export interface OwnKnowledge {
  readonly modules: Readonly<Record<string, OwnModule>>;
  readonly options: Readonly<Record<string, OwnOption>>;
  readonly variables: Readonly<Record<string, OwnVariable>>;
}

export interface ExtensionProblem {
  readonly span: Span;
  readonly message: string;
}

export interface ParsedExtension {
  readonly extension: OwnKnowledge;
  readonly problems: readonly ExtensionProblem[];
}

/** No declaration needs more, and the parser has a stack to lose. */
const MAX_NESTING = 100;

const MAX_LENGTH = 2_000_000;

const NOTHING: OwnKnowledge = { modules: {}, options: {}, variables: {} };

/** Never throws, whatever the text. */
export function parseExtension(text: string): ParsedExtension {
  if (text.length > MAX_LENGTH || nesting(text) > MAX_NESTING) {
    return {
      extension: NOTHING,
      problems: [{ span: { start: 0, end: 0 }, message: "This is too large or nested too deep to be read." }],
    };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const problems: ExtensionProblem[] = errors.slice(0, 1).map((error) => syntaxProblem(error, text));
  if (root === undefined) return { extension: NOTHING, problems };
  const value = plainValue(root);
  const result = extensionFile.safeParse(value);
  if (!result.success) problems.push(...toProblems(result.error.issues, root, value));
  return { extension: goodEntries(value), problems };
}

function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[{]|[\]}]/g)) {
    if (token === "[" || token === "{") deepest = Math.max(deepest, ++depth);
    else if (token === "]" || token === "}") depth--;
  }
  return deepest;
}

function goodEntries(file: unknown): OwnKnowledge {
  return {
    modules: goodIn(file, "modules"),
    options: goodIn(file, "options"),
    variables: goodIn(file, "variables"),
  };
}

function goodIn<Part extends keyof OwnKnowledge>(file: unknown, part: Part): OwnKnowledge[Part] {
  const entries = isRecord(file) ? file[part] : undefined;
  if (!isRecord(entries)) return {};
  const { name, entry } = entrySpecs[part];
  const good = Object.entries(entries).filter(([key, value]) => name.safeParse(key).success && entry.safeParse(value).success);
  return Object.fromEntries(good) as OwnKnowledge[Part];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The last of two equal keys counts, as everywhere; `__proto__` is a key like any other. */
function plainValue(node: Node): unknown {
  switch (node.type) {
    case "object": {
      const entries = (node.children ?? []).flatMap(({ children = [] }): [string, unknown][] => {
        const [key, value] = children;
        return key === undefined || value === undefined ? [] : [[String(key.value), plainValue(value)]];
      });
      return Object.fromEntries(entries);
    }
    case "array":
      return (node.children ?? []).map(plainValue);
    default:
      return node.value as unknown;
  }
}
