// The environment that a tool makes of an env file, for an evaluation. What cannot be told from the file stays unset and is named.

import type { EnvFile } from "../model/envFile.ts";

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
