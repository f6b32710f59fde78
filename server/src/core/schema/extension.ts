// What people add to the knowledge: modules and options of their own, declared in a file prosody-schema.json or found in the source
// of their modules. `parseExtension` reads such a file; entries that are wrong are told and left out, the others count.

import { plainMarkdown } from "../text/markdown.ts";
import type { Span } from "../text/span.ts";
import { toProblems } from "./extensionProblems.ts";
import { entrySpecs, extensionFile } from "./extensionSpec.ts";
import { isRecord, parseJsonText } from "./jsonText.ts";
import { badPatterns, patternProblems } from "./patterns.ts";
import type { Entry } from "./types.ts";

export type OwnOption = Entry<typeof entrySpecs.options.entry>;
export type OwnModule = Entry<typeof entrySpecs.modules.entry>;
export type OwnVariable = Entry<typeof entrySpecs.variables.entry>;

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

const NOTHING: OwnKnowledge = { modules: {}, options: {}, variables: {} };

/** Never throws, whatever the text. */
export function parseExtension(text: string): ParsedExtension {
  const { root, value, problems } = parseJsonText(text);
  if (root === undefined) return { extension: NOTHING, problems };
  const result = extensionFile.safeParse(value);
  const wrong = result.success ? [] : toProblems(result.error.issues, root, value);
  return { extension: goodEntries(value), problems: [...problems, ...wrong, ...patternProblems(root, value)] };
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
  const good = Object.entries(entries).filter(
    ([key, value]) => name.safeParse(key).success && entry.safeParse(value).success && badPatterns(value).length === 0,
  );
  return Object.fromEntries(good.map(([key, value]) => [key, withPlainTexts(value)])) as OwnKnowledge[Part];
}

/** What is shown as Markdown brings no links and images of the workspace. */
function withPlainTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPlainTexts);
  if (!isRecord(value)) return value;
  const plain = Object.entries(value).map(([key, inner]): [string, unknown] => {
    const isText = (key === "summary" || key === "unit") && typeof inner === "string";
    return [key, isText ? plainMarkdown(inner) : withPlainTexts(inner)];
  });
  return Object.fromEntries(plain);
}
