// Variables that do nothing without another one, which this file does not give.

import type { EnvRule } from "../rule.ts";
import { componentOf, givenIn, isGiven } from "./shared/given.ts";
import { subjectsOf } from "./shared/subject.ts";
import type { Subject } from "./shared/subject.ts";

export const missingCompanion: EnvRule = {
  kind: "env",
  id: "missing-companion",
  severity: "information",
  check(context) {
    const subjects = subjectsOf(context);
    const given = givenIn(subjects);
    // One word for all that wait for the same thing.
    const waiting = new Map<string, Subject[]>();
    for (const subject of subjects) {
      const { name, info, values } = subject;
      if (
        !isGiven(subject) ||
        !given.has(name) ||
        info?.availability !== "now" ||
        values?.every((value) => value === "") === true
      )
        continue;
      const missing = missingFor(subject, given, subjects);
      if (missing !== undefined) waiting.set(missing, [...(waiting.get(missing) ?? []), subject]);
    }
    for (const [missing, [first, ...others]] of waiting) {
      if (first === undefined) continue;
      const related = others.map(({ variable }) => ({ span: variable.nameSpan, message: "This one waits for it too." }));
      context.report({
        span: first.variable.nameSpan,
        message: `\`${first.name}\` has no effect without ${missing}, which this file does not give. Add that, or remove this variable.`,
        ...(first.info === undefined ? {} : { page: first.info.page }),
        ...(related.length === 0 ? {} : { related }),
      });
    }
  },
};

function missingFor(
  { name, info }: Subject,
  given: ReadonlyMap<string, Subject>,
  subjects: readonly Subject[],
): string | undefined {
  const required = info?.requires ?? [];
  const missing = required.filter((other) => !given.has(other));
  // Names that other programs use as well: one of them alone says nothing.
  if (!name.startsWith("PROSODY") && missing.length > 1) return undefined;
  if (missing.length > 0) return missing.map((other) => `\`${other}\``).join(" and ");
  const module = info?.component;
  return module === undefined || componentOf(module, subjects) !== false
    ? undefined
    : `a \`NAME:${module}\` item in \`PROSODY_COMPONENTS\``;
}
