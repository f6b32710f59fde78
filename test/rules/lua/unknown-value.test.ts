// Values outside a fixed choice.

import { unknownValue } from "../../../server/src/core/rules/lua/unknown-value.ts";
import { testRule } from "../../support/rules.ts";

testRule(unknownValue, [
  {
    name: "case matters",
    file: "sql = { driver = 'sqlite3' }\n--               ^^^^^^^^^ warning: Did you mean `SQLite3`\n",
    fixes: ["Change to `SQLite3` (unsafe)"],
    fixed: "sql = { driver = 'SQLite3' }\n",
  },
  { name: "nothing near", file: 'sql = { driver = "oracle" }\n--               ^^^^^^^^ warning: `MySQL`\n' },
  { name: "open choices", file: 'storage = { my_store = "internal" }\nlog = "some.log"\n' },
  {
    name: "a choice that this version lacks is not proposed",
    file: 'Component "a" "muc"\nrestrict_room_creation = "admins"\n--                       ^^^^^^^^ warning: knows `false`, `true`, `local` and nothing else.\n',
  },
  {
    name: "and is where it is one",
    version: "0.12",
    file: 'Component "a" "muc"\nrestrict_room_creation = "admins"\n--                       ^^^^^^^^ warning: Did you mean `admin`\n',
    fixes: ["Change to `admin` (unsafe)"],
  },
  { name: "what a template fills in", file: 'network_backend = "${BACKEND:-epoll}"\n' },
]);
