// SQL storage whose database nobody chose.

import type { EnvRule, RuleDocs } from "../rule.ts";
import { oneValue } from "./shared/given.ts";
import { knownSubjects, subjectsOf, valueSpan } from "./shared/subject.ts";

export const sqlWithoutDriver: EnvRule = {
  kind: "env",
  meta: {
    id: "sql-without-driver",
    severity: "warning",
    summary: "`PROSODY_STORAGE=sql` without `PROSODY_SQL_DRIVER`.",
    fixable: false,
  },
  check(context) {
    const storage = knownSubjects(context).find(({ name }) => name === "PROSODY_STORAGE");
    if (storage === undefined || oneValue(storage) !== "sql") return;
    const subjects = subjectsOf(context);
    if (subjects.some(({ name }) => name === "PROSODY_SQL_DRIVER")) return;
    const others = subjects.filter(({ name }) => /^PROSODY_SQL_(?:DB|HOST|USERNAME|PASSWORD)$/.test(name));
    context.report({
      span: valueSpan(storage),
      message:
        others.length === 0
          ? "Without `PROSODY_SQL_DRIVER` this means an SQLite file in the data folder. Give the driver, so that it is plain."
          : "Without `PROSODY_SQL_DRIVER` this means an SQLite file in the data folder, and the other `PROSODY_SQL_…` variables are not used. Give the driver.",
      severity: others.length === 0 ? "information" : "warning",
      page: storage.info.page,
      related: others.map(({ variable }) => ({ span: variable.nameSpan, message: "Not used." })),
    });
  },
};

export const docs: RuleDocs = {
  category: "variables",
  description:
    "The image sets up the database only when `PROSODY_SQL_DRIVER` is given, and that alone selects SQL storage. With `PROSODY_STORAGE=sql` and " +
    "no driver, Prosody falls back to an SQLite file in its data folder, whatever server the other variables name.",
  examples: [
    { title: "No driver", text: "PROSODY_STORAGE=sql\nPROSODY_SQL_HOST=db\nPROSODY_SQL_DB=prosody\n", reports: true },
    { title: "Driver", text: "PROSODY_SQL_DRIVER=PostgreSQL\nPROSODY_SQL_HOST=db\nPROSODY_SQL_DB=prosody\n", reports: false },
    { title: "Files", text: "PROSODY_STORAGE=internal\nPROSODY_SQL_HOST=db\n", reports: false },
  ],
};
