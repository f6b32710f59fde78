// Values outside a fixed choice.

import { unknownValue } from "../../../server/src/core/rules/lua/unknown-value.ts";
import { testRule } from "../../support/rules.ts";

testRule(unknownValue, [
  {
    name: "case matters",
    file: "sql = { driver = 'sqlite3' }\n--               ^^^^^^^^^ error: Did you mean `SQLite3`\n",
    fixes: ["Change to `SQLite3` (unsafe)"],
    fixed: "sql = { driver = 'SQLite3' }\n",
  },
  { name: "nothing near", file: 'sql = { driver = "oracle" }\n--               ^^^^^^^^ error: `MySQL`\n' },
  {
    name: "what people call a choice",
    file: 'ssl = { protocol = "TLSv1.2" }\n--                 ^^^^^^^^^ error: no encrypted connection works. Did you mean `tlsv1_2`\n',
    fixes: ["Change to `tlsv1_2` (unsafe)"],
    fixed: 'ssl = { protocol = "tlsv1_2" }\n',
  },
  {
    name: "in a list and as a switch",
    file: 'c2s_ssl = { options = { "no_tickets"; no_such = true; no_other = false; no_sslv3 = true } }\n--                      ^^^^^^^^^^^^ error: Did you mean `no_ticket`\n--                                    ^^^^^^^ error\n',
    fixes: ["Change to `no_ticket` (unsafe)"],
  },
  {
    name: "alone where a list is taken as well",
    file: 'ssl = { verify = "all" }\n--               ^^^^^ error: `peer`\n',
  },
  {
    name: "a level of a log",
    file: 'log = { { levels = { "warning" }; to = "console" }; info = "a.log" }\n--                   ^^^^^^^^^ warning: Did you mean `warn`\n',
    fixes: ["Change to `warn` (unsafe)"],
  },
  {
    name: "a place of a log without its star",
    file: 'log = { "stdout" }\n--      ^^^^^^^^ error: Did you mean `*stdout`\n',
    fixes: ["Change to `*stdout` (unsafe)"],
  },
  {
    name: "no outage where nothing reads it",
    file: 'modules_enabled = { "roster" }\nstorage = "internal"\nsql = { driver = "mysql"; database = "x" }\n--               ^^^^^^^ warning: Did you mean `MySQL`\nVirtualHost "example.org"\n',
    fixes: ["Change to `MySQL` (unsafe)"],
  },
  {
    name: "a kind of data that no module opens",
    file: 'storage = { archive2 = "internal" }\n--          ^^^^^^^^ warning: does not know `archive2`. Did you mean `archive`\n',
    fixes: ["Change to `archive` (unsafe)"],
    fixed: 'storage = { archive = "internal" }\n',
  },
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
