// What is wrong in a file prosody-schema.json, in words, at the place in its text. The validator thinks in alternatives; people want
// to hear about the one that they meant.

import { findNodeAtLocation, printParseErrorCode } from "jsonc-parser";
import type { Node, ParseError } from "jsonc-parser";
import type * as z from "zod/mini";
import type { ExtensionProblem } from "./extension.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** More is not read, and a wrong type deep in a table could have many. */
const MAX_PROBLEMS = 100;

export function syntaxProblem(error: ParseError, text: string): ExtensionProblem {
  const what = printParseErrorCode(error.error).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const start = Math.min(error.offset, text.length);
  return {
    span: { start, end: Math.max(start, Math.min(start + error.length, text.length)) },
    message: `This is no valid JSON:${what}.`,
  };
}

export function toProblems(issues: readonly Issue[], root: Node, value: unknown): readonly ExtensionProblem[] {
  const problems = issues.flatMap((issue) => explain(issue, [], value));
  return problems.slice(0, MAX_PROBLEMS).map(({ path, message, key }) => ({ span: spanOf(root, path, key), message }));
}

interface Told {
  readonly path: Path;
  readonly message: string;
  /** The name is meant, not the value. */
  readonly key?: boolean;
}

/** `above`: where the paths of the issue start. `value` is the whole file. */
function explain(issue: Issue, above: Path, value: unknown): readonly Told[] {
  const path = [...above, ...issue.path];
  const found = at(value, path);
  if (found === undefined && issue.code !== "invalid_key") {
    return [{ path: path.slice(0, -1), message: `\`${String(path.at(-1))}\` is missing.`, key: true }];
  }
  switch (issue.code) {
    case "invalid_union":
      return explainUnion(issue.errors, path, value);
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: [...path, key], message: `\`${key}\` means nothing here.`, key: true }));
    case "invalid_key":
      return [{ path, message: badName(path), key: true }];
    case "invalid_value":
      return [{ path, message: `${said(found)} is not possible here. Possible: ${issue.values.map(quoted).join(", ")}.` }];
    case "invalid_type":
      return [{ path, message: `Expected ${TYPES[issue.expected] ?? issue.expected}, not ${said(found)}.` }];
    case "invalid_format":
      return [{ path, message: `${said(found)} is not a web address. Use one that starts with \`https://\`.` }];
    case "too_small":
      return [
        { path, message: issue.origin === "array" ? `At least ${Number(issue.minimum)} are needed.` : "This must not be empty." },
      ];
    default:
      return [{ path, message: "This value is not possible here." }];
  }
}

const TYPES: Readonly<Record<string, string>> = {
  object: "an object",
  record: "an object",
  array: "an array",
  string: "a text",
  number: "a number",
  boolean: "`true` or `false`",
};

/** The alternative of the value's own form: an issue further inside is closer to what was meant than one on the value itself. */
function explainUnion(alternatives: readonly (readonly Issue[])[], path: Path, value: unknown): readonly Told[] {
  const found = at(value, path);
  const sameForm = alternatives.filter(
    (issues) => !issues.some((issue) => issue.path.length === 0 && issue.code !== "unrecognized_keys"),
  );
  const named = sameForm.filter((issues) => !issues.some((issue) => issue.path[0] === "is"));
  const [closest] = [...named].sort((a, b) => a.length - b.length);
  if (closest !== undefined) return closest.flatMap((issue) => explain(issue, path, value));
  const kinds = alternatives.flatMap((issues) => issues.flatMap((issue) => (issue.code === "invalid_value" ? issue.values : [])));
  if (sameForm.length > 0) {
    const has = typeof found === "object" && found !== null && "is" in found;
    const words = kinds.filter((word) => typeof word === "string");
    return has
      ? [
          {
            path: [...path, "is"],
            message: `${said(at(value, [...path, "is"]))} is no kind of value with details. Possible: ${words.map(quoted).join(", ")}.`,
          },
        ]
      : [
          {
            path,
            message: '`is` is missing: it says what kind of value this is, for example `{ "is": "list", "items": "string" }`.',
          },
        ];
  }
  if (typeof found === "string" && kinds.length > 0) {
    return [
      {
        path,
        message: `${said(found)} is no kind of value. Possible: ${kinds.map(quoted).join(", ")}, or an object with \`is\`.`,
      },
    ];
  }
  return [{ path, message: `${said(found)} is not possible here.` }];
}

function badName(path: Path): string {
  const [name] = path.slice(-1);
  if (path[0] === "modules" && path.length === 2 && String(name).startsWith("mod_")) {
    return `Modules are named without \`mod_\`: \`${String(name).slice("mod_".length)}\`.`;
  }
  return `\`${String(name)}\` is no possible name: letters, digits and \`_\` only.`;
}

function said(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (value === undefined) return "nothing";
  return typeof value === "object" && value !== null ? "an object" : quoted(value);
}

function quoted(value: unknown): string {
  return `\`${typeof value === "string" ? JSON.stringify(value) : String(value)}\``;
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, key)) return undefined;
    return (inner as Readonly<Record<PropertyKey, unknown>>)[key];
  }, value);
}

/** The value at the path or, with `key`, its name. What is not there is shown at what should hold it. */
export function spanOf(root: Node, path: Path, key = false): ExtensionProblem["span"] {
  const node = nodeAt(root, path);
  if (node === undefined) return path.length === 0 ? whole(root) : spanOf(root, path.slice(0, -1), key);
  const [name] = node.parent?.type === "property" && key ? (node.parent.children ?? []) : [];
  return whole(name ?? node);
}

function nodeAt(root: Node, path: Path): Node | undefined {
  return findNodeAtLocation(
    root,
    path.map((step) => (typeof step === "symbol" ? String(step) : step)),
  );
}

function whole({ offset, length }: Node): ExtensionProblem["span"] {
  return { start: offset, end: offset + length };
}
