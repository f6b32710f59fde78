// Lists where one value is meant.

import { listForSingle } from "../../../server/src/core/rules/lua/list-for-single.ts";
import { testRule } from "../../support/rules.ts";

testRule(listForSingle, [
  {
    name: "a first item that is as wrong",
    file: 'c2s_stanza_size_limit = { "lots", 20000 }\n--                      ^^^^^^^^^^^^^^^^^ error: which it does not take. The module `c2s` does not load with it.\n',
    fixes: ["Keep the first alone (unsafe)"],
  },
  {
    name: "a first item that counts",
    file: 'c2s_stanza_size_limit = { 20000, "lots" }\n--                      ^^^^^^^^^^^^^^^^^ warning: only the first of the list counts.\n',
    fixes: ["Keep the first alone (unsafe)"],
  },
  {
    name: "two texts",
    file: 'motd_text = { "modern"; "old" }\n--          ^^^^^^^^^^^^^^^^^^^ warning: only the first\n',
    fixes: ["Keep the first alone (unsafe)"],
    fixed: 'motd_text = "modern"\n',
    allFixed: 'motd_text = { "modern"; "old" }\n',
  },
  {
    name: "read as it is",
    file: 'prosody_user = { "prosody" }\n--             ^^^^^^^^^^^^^ warning: cannot do anything\n',
    fixes: ["Keep the first alone (unsafe)"],
    fixed: 'prosody_user = "prosody"\n',
  },
  {
    name: "in a table",
    file: 'sql = { driver = { "MySQL", "SQLite3" } }\n--               ^^^^^^^^^^^^^^^^^^^^^^ warning\n',
    fixes: ["Keep the first alone (unsafe)"],
  },
  { name: "a list of one", file: "allow_registration = { true }\npidfile = { }\n" },
  { name: "lists", file: 'c2s_ports = { 1, 2 }\nstorage = { archive = "sql" }\nsmacks_max_queue_size = { a }\n' },
  { name: "a template's hole", file: "network_backend = { backend }\n" },
]);
