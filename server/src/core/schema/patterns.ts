// The patterns of the knowledge, and whether a text has their form. Those of a workspace may be meant to hang: they run without
// backtracking or not at all, and a bad one is reported where it is declared.

import type { Node } from "jsonc-parser";
import { compilePattern } from "../text/pattern.ts";
import type { Pattern } from "../text/pattern.ts";
import type { ExtensionProblem } from "./extension.ts";
import { spanOf } from "./extensionProblems.ts";
import type { Schema } from "./schema.ts";

/** Of texts for the patterns built in that need backtracking. */
const MAX_TEXT = 1000;

/** Whether a text has the form of a pattern of the knowledge. Undefined: the text is too long to tell. */
export function hasForm(source: string, text: string, schema: Schema): boolean | undefined {
  const patterns = schema.once(noPatterns);
  const pattern = patterns.get(source) ?? patternOf(source);
  patterns.set(source, pattern);
  return pattern(text);
}

const noPatterns = (): Map<string, Pattern> => new Map();

function patternOf(source: string): Pattern {
  const compiled = compilePattern(source);
  if (compiled.ok) return compiled.matches;
  // Only what is built in gets here.
  const native = new RegExp(source);
  return (text) => (text.length > MAX_TEXT ? undefined : native.test(text));
}

interface BadPattern {
  readonly path: readonly PropertyKey[];
  readonly reason: string;
}

/** In a part of prosody-schema.json. */
export function badPatterns(value: unknown, path: readonly PropertyKey[] = []): readonly BadPattern[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (key !== "pattern" || typeof inner !== "string") return badPatterns(inner, here);
    const compiled = compilePattern(inner);
    return compiled.ok ? [] : [{ path: here, reason: compiled.reason }];
  });
}

export function patternProblems(root: Node, value: unknown): readonly ExtensionProblem[] {
  return badPatterns(value).map(({ path, reason }) => ({
    span: spanOf(root, path),
    message: `This pattern ${reason}. Use characters, classes, groups and repetitions only.`,
  }));
}
