// The environment that a tool makes of an env file, for an evaluation. What cannot be told from the file stays unset and is named.

import type { EnvFile } from "../model/envFile.ts";
import { DIALECT_NAMES } from "../syntax/env/dialects.ts";
import type { LineIndex } from "../text/lineIndex.ts";
import type { EffectiveResult } from "./types.ts";

export interface Environment {
  readonly variables: Readonly<Record<string, string>>;
  /** Their value comes from elsewhere, or differs between the tools that may read the file. */
  readonly unclear: readonly string[];
}

export function environmentOf(file: EnvFile): Environment {
  const variables = new Map<string, string>();
  const unclear = new Set<string>();
  // Of several lines for one name, the last counts, in all tools.
  for (const { name, readings } of file.variables) {
    const values = new Set(readings.map((reading) => reading.value));
    const [value] = values;
    variables.delete(name);
    if (values.size > 1 || value === undefined) unclear.add(name);
    else unclear.delete(name);
    if (value !== undefined) variables.set(name, value);
  }
  return { variables: Object.fromEntries(variables), unclear: [...unclear] };
}

/** Where and why whatever reads the file refuses it: then nothing starts with it. */
export function refusalOf(env: EnvFile, lines: LineIndex): { readonly line: number; readonly message: string } | undefined {
  const [issue] = env.issues;
  if (issue === undefined) return undefined;
  const tools = env.dialects.map((dialect) => DIALECT_NAMES[dialect]).join(" and ");
  const verb = env.dialects.length > 1 ? "refuse" : "refuses";
  const line = lines.at(issue.span.start).line + 1;
  return { line, message: `${tools} ${verb} this env file, so that nothing starts with it. ${issue.message}` };
}

/** The same as what comes of evaluating anything with such an env file. */
export function refusedResult(env: EnvFile, lines: LineIndex, file: string): EffectiveResult | undefined {
  const refusal = refusalOf(env, lines);
  if (refusal === undefined) return undefined;
  return { status: "error", error: { kind: "environment", file, ...refusal }, warnings: [], files: [file] };
}
