// A variable given twice in one file.

import type { EnvRule } from "../rule.ts";
import { removeLine } from "./shared/edits.ts";
import { subjectsOf } from "./shared/subject.ts";
import type { Subject } from "./shared/subject.ts";

export const duplicateVariable: EnvRule = {
  kind: "env",
  id: "duplicate-variable",
  severity: "warning",
  check(context) {
    const { text } = context;
    const later = new Map<string, Subject>();
    let taken: ReadonlySet<string> | undefined;
    const isTaken = (name: string): boolean => (taken ??= namesTaken(text)).has(/^\w*/.exec(name)?.[0] ?? "");
    for (const subject of [...subjectsOf(context)].reverse()) {
      const { name, variable } = subject;
      const outdoing = later.get(name);
      // A name alone may turn out to be nothing.
      if (outdoing === undefined || !variable.readings.some((reading) => reading.value !== undefined)) {
        if (variable.valueSpan.start > variable.nameSpan.end) later.set(name, outdoing ?? subject);
        continue;
      }
      context.report({
        span: variable.nameSpan,
        message: `\`${name}\` is given again further down, and the container gets the last value. Keep one of the lines.`,
        tags: ["unnecessary"],
        related: [{ span: outdoing.variable.nameSpan, message: "This one counts." }],
        // A line between the two may use the first value.
        fixes: () => [removeLine(text, variable.span, !isTaken(name))],
      });
    }
  },
};

/** Names of variables whose values other lines take: `$NAME`, `${NAME}`. */
function namesTaken(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\$\{?(\w+)/g)].map(([, name = ""]) => name));
}
