// Tables by which nothing is logged.

import { silentLog } from "../../../server/src/core/rules/lua/silent-log.ts";
import { testRule } from "../../support/rules.ts";

testRule(silentLog, [
  {
    name: "empty",
    file: "log = { }\n--^ error\nname = 'x'\n",
    fixes: ["Remove `log`, for the default (unsafe)"],
    fixed: "name = 'x'\n",
  },
  {
    name: "no level",
    file: 'log = { notice = "a.log" }\n--^ error: `notice` is not a level\n',
    fixes: ["Write the names of the levels (unsafe)", "Remove `log`, for the default (unsafe)"],
    fixed: 'log = { info = "a.log" }\n',
  },
  {
    name: "a rule without its braces",
    file: 'log = { levels = { min = "warn" }; to = "syslog" }\n--^ error: braces of its own\n',
    fixes: ["Put the rule into braces (unsafe)", "Remove `log`, for the default (unsafe)"],
    fixed: 'log = { { levels = { min = "warn" }; to = "syslog" } }\n',
  },
  {
    name: "a file that is called like a place",
    file: 'log = "syslog"\n--    ^^^^^^^^ warning: a file called `syslog`\n',
    fixes: ["Change to `*syslog` (unsafe)"],
    fixed: 'log = "*syslog"\n',
  },
  {
    name: "a file for a level that is called like a place",
    file: 'log = { info = "console" }\n--             ^^^^^^^^^ warning: a file called\n',
    fixes: ["Change to `*console` (unsafe)"],
  },
  { name: "one level", file: 'log = { notice = "a.log"; warn = "b.log" }\n' },
  { name: "a place", file: 'log = { "*syslog" }\n' },
  { name: "a rule", file: 'log = { { to = "file"; filename = "a.log" } }\n' },
  { name: "a computed key", file: "log = { [ENV_LEVEL] = 'a.log' }\n" },
  { name: "added to", file: "log:append { }\n" },
]);
