// Variables as an env file. What is written is read again by the parser of the tool that is going to read it: a value that would
// arrive changed is left out and named.

import { parseEnv } from "../syntax/env/index.ts";
import type { EnvDialect } from "../syntax/env/syntax.ts";
import { writeEnvValue } from "../syntax/env/write.ts";
import type { VariableAnswer } from "./answers.ts";

export interface EnvText {
  readonly text: string;
  /** Names of variables that this kind of file cannot hold. */
  readonly leftOut: readonly string[];
}

/** Variables without a value are passed over. */
export function envText(variables: readonly VariableAnswer[], dialect: EnvDialect): EnvText {
  const lines: string[] = [];
  const leftOut: string[] = [];
  for (const { name, value } of variables) {
    if (value === undefined) continue;
    const written = isName(name, dialect) ? writeEnvValue(value, dialect) : undefined;
    if (written === undefined) leftOut.push(name);
    else lines.push(`${name}=${written}\n`);
  }
  return { text: lines.join(""), leftOut };
}

function isName(name: string, dialect: EnvDialect): boolean {
  const { assignments, issues } = parseEnv(`${name}=x\n`, dialect);
  const [only, ...more] = assignments;
  return !issues.some(({ fatal }) => fatal) && more.length === 0 && only?.name === name && only.value === "x";
}
