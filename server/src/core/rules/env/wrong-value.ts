// Values that the image cannot use: no number where it calculates with one, no rate, no known word.

import type { EnvRule } from "../rule.ts";
import { changeValue, offer } from "./shared/edits.ts";
import { knownSubjects, shown, valueSpan } from "./shared/subject.ts";
import { formProblem } from "./shared/valueForms.ts";

export const wrongValue: EnvRule = {
  kind: "env",
  id: "wrong-value",
  severity: "error",
  check(context) {
    const { file, schema } = context;
    const names = new Set(file.variables.map((variable) => variable.name));
    for (const subject of knownSubjects(context)) {
      const { info, values, place } = subject;
      // Nothing reads it then.
      if (info.name === "PROSODY_STORAGE" && names.has("PROSODY_SQL_DRIVER")) continue;
      const problems = values.flatMap((value) => formProblem(info, value, schema) ?? []);
      const [problem] = problems;
      if (problem === undefined || problems.length < values.length) continue;
      const consequence = problem.mild === true ? undefined : info.whenWrong;
      context.report({
        span: valueSpan(subject),
        message: `${shown(subject)} does not fit: \`${info.name}\` takes ${problem.takes}.${consequence === undefined ? "" : ` ${consequence}`}`,
        page: info.page,
        ...(problem.severity === undefined ? {} : { severity: problem.severity }),
        ...offer(changeValue(problem.meant, place)),
      });
    }
  },
};
