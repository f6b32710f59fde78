// Tables without the key that they need.

import { missingKey } from "../../../server/src/core/rules/lua/missing-key.ts";
import { testRule } from "../../support/rules.ts";

testRule(missingKey, [
  {
    name: "of an option",
    file: 'sql = { database = "x" }\n--^ warning: `driver`\n',
    fixes: ["Add `driver`, to be filled in (unsafe)"],
    fixed: 'sql = { driver = "SQLite3"; database = "x" }\n',
    allFixed: 'sql = { database = "x" }\n',
  },
  {
    name: "on lines",
    file: 'sql = {\n--^ warning\n\tdriver = "MySQL";\n}\n',
    fixes: ["Add `database`, to be filled in (unsafe)"],
    fixed: 'sql = {\n\tdatabase = "";\n\tdriver = "MySQL";\n}\n',
  },
  {
    name: "an item without a name",
    file: 'disco_items = { { name = "Rooms" } }\n--              ^^^^^^^^^^^^^^^^^^ warning\n',
    fixes: ["Add it, to be filled in (unsafe)"],
    fixed: 'disco_items = { { ""; name = "Rooms" } }\n',
  },
  {
    name: "depending on another key",
    file: 'sql = { driver = "MySQL" }\n--^ warning: `database`\n',
    fixes: ["Add `database`, to be filled in (unsafe)"],
  },
  {
    name: "needed with another key",
    file: 'VirtualHost "example.org"\nssl = { certificate = "a.crt" }\n--^ warning: `key`\n',
    fixes: ["Add `key`, to be filled in (unsafe)"],
    fixed: 'VirtualHost "example.org"\nssl = { key = ""; certificate = "a.crt" }\n',
  },
  { name: "given for all", file: 'ssl = { key = "a.key" }\nVirtualHost "example.org"\nssl = { certificate = "a.crt" }\n' },
  { name: "given for the other service", file: 'ssl = { key = "a.key" }\nc2s_ssl = { certificate = "a.crt" }\n' },
  {
    name: "needed with a value of another key, or Prosody does not start",
    file: 'log = { { to = "file" } }\n--      ^^^^^^^^^^^^^^^ error: does not start\n',
    fixes: ["Add `filename`, to be filled in (unsafe)"],
  },
  { name: "not needed there", file: 'sql = { driver = "SQLite3" }\n' },
  { name: "unknown", file: "sql = { driver = ENV_DRIVER }\n" },
  { name: "a computed key", file: "local key = f()\nsql = { [key] = 5 }\n" },
  { name: "an empty table is not finished", file: "sql = { }\n" },
  {
    name: "in a list it spoils the others",
    file: "disco_items = { { } }\n--              ^^^ information: first item\n",
    fixes: ["Add it, to be filled in (unsafe)"],
  },
  {
    name: "of an item",
    file: 'disco_items = { { "a" }, { name = "b" } }\n--                       ^^^^^^^^^^^^^^ warning: first item\n',
    fixes: ["Add it, to be filled in (unsafe)"],
  },
]);
