// Writes a value so that a tool reads exactly it. Every form is read back before it is given: what a tool cannot be told is undefined.

import { parseEnv } from "./index.ts";
import type { EnvDialect } from "./syntax.ts";
import { ENV_DIALECTS } from "./dialects.ts";

/** One tool, or all three alike. */
export type EnvTarget = EnvDialect | "everywhere";

/** What stands behind the `=`; the simplest form comes first. */
export function writeEnvValue(value: string, target: EnvTarget): string | undefined {
  const forms = target === "compose" ? [value, `'${value}'`, `"${escaped(value)}"`] : [value];
  const dialects = target === "everywhere" ? ENV_DIALECTS : [target];
  return forms.find((form) => dialects.every((dialect) => readsAs(form, value, dialect)));
}

function escaped(value: string): string {
  return value
    .replace(/[\\"$]/g, "\\$&")
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r");
}

/** Alone in a file and between others, so that a line break or a quote in it cannot reach beyond. */
function readsAs(form: string, value: string, dialect: EnvDialect): boolean {
  const { assignments, issues, comments } = parseEnv(`A=1\nK=${form}\nZ=2\n`, dialect);
  const [before, own, after] = assignments;
  return (
    assignments.length === 3 &&
    comments.length === 0 &&
    !issues.some((issue) => issue.fatal) &&
    before?.value === "1" &&
    own?.name === "K" &&
    own.value === value &&
    own.uncertain !== true &&
    after?.name === "Z"
  );
}
