// Values that the image cannot use: no number where it calculates with one, no rate, no known word.

import type { EnvRule, RuleDocs } from "../rule.ts";
import { WRONG } from "./shared/consequences.ts";
import { changeValue, offer } from "./shared/edits.ts";
import { knownSubjects, shown, valueSpan } from "./shared/subject.ts";
import { formProblem } from "./shared/valueForms.ts";

export const wrongValue: EnvRule = {
  kind: "env",
  meta: {
    id: "wrong-value",
    severity: "error",
    summary: "Values of a form that the image cannot use.",
    fixable: true,
  },
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
      const consequence = problem.mild === true ? undefined : WRONG[info.name];
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

export const docs: RuleDocs = {
  category: "variables",
  description:
    "The image puts values into Prosody's configuration as they are, and calculates with some of them. A text where a number is " +
    "needed keeps Prosody from starting, an unknown log level switches all logging off, and a limit that cannot be read is replaced " +
    "by a low one. In a file that more than one tool may read, a value is reported only if it is wrong for each of them.",
  fixChanges: "Prosody gets the value that was meant.",
  examples: [
    { title: "Unit", text: "PROSODY_UPLOAD_LIMIT_MB=10MB\n", reports: true },
    { title: "Log level", text: "PROSODY_LOGLEVEL=warning\n", reports: true },
    { title: "Rate", text: "PROSODY_C2S_RATE_LIMIT=20kb\n", reports: true },
    { title: "Driver", text: "PROSODY_SQL_DRIVER=postgresql\n", reports: true },
    { title: "Number", text: "PROSODY_UPLOAD_LIMIT_MB=10\nPROSODY_RETENTION_DAYS=30\n", reports: false },
    { title: "From elsewhere", text: "PROSODY_UPLOAD_LIMIT_MB=${LIMIT}\n", reports: false },
  ],
};
