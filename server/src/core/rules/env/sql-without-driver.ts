// SQL storage whose database nobody chose.

import type { EnvRule } from "../rule.ts";
import { oneValue } from "./shared/given.ts";
import { knownSubjects, subjectsOf, valueSpan } from "./shared/subject.ts";

export const sqlWithoutDriver: EnvRule = {
  kind: "env",
  id: "sql-without-driver",
  severity: "warning",
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
