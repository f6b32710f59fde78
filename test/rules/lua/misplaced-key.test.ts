// Options in the tables of others.

import { misplacedKey } from "../../../server/src/core/rules/lua/misplaced-key.ts";
import { testRule } from "../../support/rules.ts";

testRule(misplacedKey, [
  {
    name: "of SQL",
    file: 'sql = { driver = "SQLite3"; sql_manage_tables = false }\n--                          ^^^^^^^^^^^^^^^^^ warning: Set it outside\n',
    fixes: ["Move it out of the table (unsafe)"],
    forced: 'sql = { driver = "SQLite3" }\nsql_manage_tables = false\n',
  },
  {
    name: "on lines",
    file: 'VirtualHost "x"\n\tlimits = {\n\t\tlimits_resolution = 2;\n\t\t--^^^^^^^^^^^^^^^ warning\n\t\tc2s = { rate = "1kb/s" };\n\t} -- why\n',
    fixes: ["Move it out of the table (unsafe)"],
    forced: 'VirtualHost "x"\n\tlimits = {\n\t\tc2s = { rate = "1kb/s" };\n\t} -- why\n\tlimits_resolution = 2\n',
  },
  {
    name: "set outside as well",
    file: 'sql_manage_tables = true\nsql = { driver = "SQLite3"; sql_manage_tables = false }\n--                          ^^^^^^^^^^^^^^^^^ warning\n',
  },
  { name: "other keys", file: 'sql = { driver = "SQLite3"; drvier = 1; my_key = 2 }\nstorage = { archive = "sql" }\n' },
]);
