// Keys of tables.

import { unknownKey } from "../../../server/src/core/rules/lua/unknown-key.ts";
import { testRule } from "../../support/rules.ts";

testRule(unknownKey, [
  {
    name: "nearly a known key",
    file: 'sql = { driver = "SQLite3"; databse = "x" }\n--                          ^^^^^^^ warning: `database`\n',
    fixes: ["Change to `database` (unsafe)"],
    fixed: 'sql = { driver = "SQLite3"; database = "x" }\n',
  },
  {
    name: "no such key",
    file: 'contact_info = { boss = { "mailto:a@example.org" } }\n--               ^^^^ warning: Known are\n',
  },
  { name: "deep inside", file: 'limits = { c2s = { rat = "10kb/s" } }\n--                 ^^^ warning\n' },
  {
    name: "what other rules say",
    file: 'modules_enabled = { "roster"; mam = true }\nsql = { driver = "SQLite3"; sql_manage_tables = true }\n',
  },
  {
    name: "other keys of an open table",
    file: 'sql = { driver = "SQLite3"; my_own = 1 }\nssl = { key = "a"; certificate = "b"; my_own = 1 }\n',
  },
  { name: "instead of items", file: 'VirtualHost "a"\ndisco_items = { { name = "Rooms" } }\n' },
  {
    name: "beside items",
    file: 'VirtualHost "a"\ndisco_items = { { "rooms.a"; name = "Rooms" } }\n--                           ^^^^ warning: written without keys\n',
  },
]);
