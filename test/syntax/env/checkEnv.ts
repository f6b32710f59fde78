// What the tests of env files look at: the environment a file leads to, and what is reported where.

import { expect } from "vitest";
import { parseComposeEnv, parseEnv } from "../../../server/src/core/syntax/env/index.ts";
import type { EnvDialect, EnvSyntax } from "../../../server/src/core/syntax/env/index.ts";

export type Environment = Readonly<Record<string, string>>;

/** The file leads to exactly these `NAME=value`, or the tool refuses it. `sorted`: the tool itself keeps no order, but docker does. */
export function checkEnvironment(
  text: string,
  dialect: EnvDialect,
  expected: "refused" | readonly string[],
  environment: Environment = {},
  order: "written" | "sorted" = "written",
): void {
  const syntax = parseWith(text, dialect, environment);
  const refused = syntax.issues.some((issue) => issue.fatal);
  const inOrder = (pairs: readonly string[]): readonly string[] =>
    order === "sorted" && dialect !== "docker" ? [...pairs].sort() : pairs;
  const found = refused ? "refused" : inOrder(effect(syntax, environment));
  expect(found, JSON.stringify(text)).toEqual(typeof expected === "string" ? expected : inOrder(expected));
}

/** `id: the text it stands at`, a `!` before it when the tool refuses the file. Without an environment nothing is known of it. */
export function checkIssues(text: string, dialect: EnvDialect, expected: readonly string[], environment?: Environment): void {
  const { issues } = environment === undefined ? parseEnv(text, dialect) : parseWith(text, dialect, environment);
  const shown = issues.map(({ id, span, fatal }) => `${fatal ? "!" : ""}${id}: ${text.slice(span.start, span.end)}`);
  expect(shown).toEqual(expected);
}

/** `NAME=value` for each assignment; `NAME` for one without a value, a `?` behind one that is uncertain. */
export function checkAssignments(text: string, dialect: EnvDialect, expected: readonly string[]): void {
  const shown = parseEnv(text, dialect).assignments.map(
    ({ name, value, uncertain }) => (value === undefined ? name : `${name}=${value}`) + (uncertain === true ? "?" : ""),
  );
  expect(shown).toEqual(expected);
}

function parseWith(text: string, dialect: EnvDialect, environment: Environment): EnvSyntax {
  return dialect === "compose" ? parseComposeEnv(text, (name) => own(environment, name)) : parseEnv(text, dialect);
}

/** docker passes on every line; the others keep one value per name. */
function effect({ dialect, assignments }: EnvSyntax, environment: Environment): readonly string[] {
  const pairs: (readonly [string, string])[] = [];
  for (const { name, value, wildcard } of assignments) {
    if (wildcard === true) {
      for (const entry of Object.entries(environment)) if (entry[0].startsWith(name.slice(0, -1))) pairs.push(entry);
      continue;
    }
    const given = value ?? own(environment, name);
    if (given !== undefined) pairs.push([name, given]);
  }
  const kept = dialect === "docker" ? pairs : [...new Map(pairs)];
  return kept.map(([name, value]) => `${name}=${value}`);
}

function own(environment: Environment, name: string): string | undefined {
  return Object.hasOwn(environment, name) ? environment[name] : undefined;
}
