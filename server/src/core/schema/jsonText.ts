// JSON with comments as people write it: the value, where its parts stand, and what is wrong with it. Never throws, whatever the text.

import { modify, parseTree } from "jsonc-parser";
import type { Node, ParseError } from "jsonc-parser";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { syntaxProblem } from "./extensionProblems.ts";

export interface JsonProblem {
  readonly span: Span;
  readonly message: string;
}

export interface ParsedJson {
  /** Undefined when there is nothing in the text. */
  readonly root: Node | undefined;
  readonly value: unknown;
  readonly problems: readonly JsonProblem[];
}

/** Nobody writes more by hand, and the parser has a stack to lose. */
const MAX_NESTING = 100;

const MAX_LENGTH = 2_000_000;

export function parseJsonText(text: string): ParsedJson {
  if (text.length > MAX_LENGTH || nesting(text) > MAX_NESTING) {
    const message = "This is too large or nested too deep to be read.";
    return { root: undefined, value: undefined, problems: [{ span: { start: 0, end: 0 }, message }] };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  // What is not closed ends behind the text to the parser, where a comment is not closed either.
  for (let node = root; node !== undefined; node = node.children?.at(-1))
    Object.assign(node, { length: Math.min(node.length, text.length - node.offset) });
  const problems = errors.slice(0, 1).map((error) => syntaxProblem(error, text));
  return { root, value: root === undefined ? undefined : plainValue(root), problems };
}

/** Sets a key of the object that the text is, and leaves everything else as it is. Undefined as value: takes it out. */
export function keyEdits(text: string, key: string, value: string | undefined): readonly TextEdit[] {
  const found = modify(text, [key], value, { formattingOptions: { insertSpaces: true, tabSize: 2, eol: "\n" } });
  return found.map(({ offset, length, content }) => ({ span: { start: offset, end: offset + length }, newText: content }));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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
