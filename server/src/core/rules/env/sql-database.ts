// A database server without the name of the database on it.

import type { EnvRule, RuleDocs } from "../rule.ts";
import { oneValue } from "./shared/given.ts";
import { knownSubjects, subjectsOf, valueSpan } from "./shared/subject.ts";

export const sqlDatabase: EnvRule = {
  kind: "env",
  meta: {
    id: "sql-database",
    severity: "warning",
    summary: "A database server without `PROSODY_SQL_DB`.",
    fixable: false,
  },
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

export const docs: RuleDocs = {
  category: "variables",
  description:
    "SQLite3 has a file of its own in the data folder. PostgreSQL and MySQL have to be told which database on the server to use, and there " +
    "is no default: without `PROSODY_SQL_DB` the storage does not load, and nothing can be kept.",
  examples: [
    { title: "No database", text: "PROSODY_SQL_DRIVER=PostgreSQL\nPROSODY_SQL_HOST=db\n", reports: true },
    { title: "Database", text: "PROSODY_SQL_DRIVER=PostgreSQL\nPROSODY_SQL_DB=prosody\n", reports: false },
    { title: "File", text: "PROSODY_SQL_DRIVER=SQLite3\n", reports: false },
  ],
};
