// A database server without the name of the database on it.

import type { EnvRule } from "../rule.ts";
import { oneValue } from "./shared/given.ts";
import { knownSubjects, subjectsOf, valueSpan } from "./shared/subject.ts";

export const sqlDatabase: EnvRule = {
  kind: "env",
  id: "sql-database",
  severity: "warning",
  check(context) {
    const driver = knownSubjects(context).find(({ name }) => name === "PROSODY_SQL_DRIVER");
    const kind = oneValue(driver);
    if (driver === undefined || (kind !== "PostgreSQL" && kind !== "MySQL")) return;
    if (subjectsOf(context).some(({ name }) => name === "PROSODY_SQL_DB")) return;
    context.report({
      span: valueSpan(driver),
      message: `${kind} needs the name of a database. Give it in \`PROSODY_SQL_DB\`; without it the storage does not load.`,
      page: driver.info.page,
    });
  },
};
