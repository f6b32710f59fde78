// How an env file that was written for Compose fares on a command line: names the variables that would get another value, and
// writes the same values as a file that the command line reads as meant. Names are shown, values never.

import { parseComposeEnv, parseEnv } from "../syntax/env/index.ts";
import type { EnvDialect, EnvSyntax } from "../syntax/env/index.ts";
import { LineIndex } from "../text/lineIndex.ts";
import type { Engine } from "./engines.ts";
import type { Note } from "./note.ts";

/** Sentences for the user; none when the engine reads the file as Compose does. */
export function envFileNotes(text: string, engine: Engine): readonly Note[] {
  const literal = parseEnv(text, engine);
  const refusal = refusalOf(text, engine);
  const names = differingNames(literal, parseComposeEnv(text));
  return [
    ...(refusal === undefined ? [] : [{ id: "env-file-refused", text: refusal } as const]),
    ...(names.length === 0 ? [] : [{ id: "env-file-differs", text: difference(names, engine) } as const]),
  ];
}

/** The first line for which the tool refuses the file; one message for all, as it reads no further. */
export function refusalOf(text: string, tool: EnvDialect): string | undefined {
  const issue = parseEnv(text, tool).issues.find(({ fatal }) => fatal);
  if (issue === undefined) return undefined;
  const line = new LineIndex(text).at(issue.span.start).line + 1;
  return `${tool === "compose" ? "Compose" : tool} does not read this env file because of line ${line}, so that nothing starts with it. ${issue.message}`;
}

/**
 * Variables to which the engine would give another value than Compose does, in the order of the text. None when Compose refuses
 * the file, and none that only the engine sees: the lines of a long quoted value can look like names, and are none to show.
 */
export function differingNames(literal: EnvSyntax, compose: EnvSyntax): readonly string[] {
  if (compose.issues.some((issue) => issue.fatal)) return [];
  const other = finalValues(literal);
  return [...finalValues(compose)]
    .filter(([name, value]) => value !== UNSAID && name !== "" && value !== other.get(name))
    .map(([name]) => name);
}

function difference(names: readonly string[], engine: Engine): string {
  const variables = names.length === 1 ? "this variable gets" : "these variables get";
  return (
    `${engine} run takes each line of the env file literally, with its quotes, comments and \`$\`, so ${variables} another value ` +
    `than in Compose: ${names.join(", ")}. Write plain NAME=value lines for it.`
  );
}

/** Taken from the environment as it is. */
const UNSAID = Symbol("unsaid");
/** Made from something outside the file. */
const UNCERTAIN = Symbol("uncertain");

function finalValues({ assignments }: EnvSyntax): ReadonlyMap<string, string | symbol> {
  const values = new Map<string, string | symbol>();
  for (const { name, value, uncertain } of assignments) {
    if (value !== undefined) values.set(name, uncertain === true ? UNCERTAIN : value);
    else if (!values.has(name)) values.set(name, UNSAID);
  }
  return values;
}

export interface LiteralEnvFile {
  readonly text: string;
  /** Variables that are not in it, with the reason. */
  readonly leftOut: readonly { readonly name: string; readonly reason: string }[];
}

/** The values as `docker run --env-file`, podman and Compose's `format: raw` read them. */
export function literalEnvFile(syntax: EnvSyntax): LiteralEnvFile {
  const lines = new Map<string, string>();
  const leftOut = new Map<string, string>();
  for (const { name, value, uncertain } of syntax.assignments) {
    const reason = obstacle(name, value, uncertain === true);
    if (reason === undefined) {
      lines.set(name, value === undefined ? name : `${name}=${value}`);
      leftOut.delete(name);
    } else if (value !== undefined || !lines.has(name)) {
      lines.delete(name);
      leftOut.set(name, reason);
    }
  }
  return {
    text: [...lines.values()].map((line) => `${line}\n`).join(""),
    leftOut: [...leftOut].map(([name, reason]) => ({ name, reason })),
  };
}

function obstacle(name: string, value: string | undefined, uncertain: boolean): string | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name)) return "Not every tool takes this name.";
  if (uncertain) return "Its value depends on something outside the file.";
  if (value !== undefined && /[\r\n]/.test(value)) return "An env file of this kind has no way to write a line break.";
  return undefined;
}
