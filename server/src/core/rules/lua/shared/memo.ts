// Remembers what was worked out for a file and a version of Prosody, as many rules ask the same. It only saves time: the answer
// depends on the two alone.

import type { ConfigFile } from "../../../model/config.ts";
import type { Schema } from "../../../schema/schema.ts";

export function perFile<Answer>(
  work: (file: ConfigFile, schema: Schema) => Answer,
): (file: ConfigFile, schema: Schema) => Answer {
  const known = new WeakMap<ConfigFile, { readonly schema: Schema; readonly answer: Answer }>();
  return (file, schema) => {
    const before = known.get(file);
    if (before?.schema === schema) return before.answer;
    const answer = work(file, schema);
    known.set(file, { schema, answer });
    return answer;
  };
}
