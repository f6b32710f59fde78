// Tables by which nothing is logged.

import { silentLog } from "../../../server/src/core/rules/lua/silent-log.ts";
import { testRule } from "../../support/rules.ts";

testRule(silentLog, [
  {
    name: "empty",
    file: "log = { }\n--^ warning\nname = 'x'\n",
    fixes: ["Remove `log`, for the default (unsafe)"],
    fixed: "name = 'x'\n",
  },
  { name: "no level", file: 'log = { notice = "a.log" }\n--^ warning\n', fixes: ["Remove `log`, for the default (unsafe)"] },
  { name: "one level", file: 'log = { notice = "a.log"; warn = "b.log" }\n' },
  { name: "a place", file: 'log = { "*syslog" }\n' },
  { name: "a rule", file: 'log = { { to = "file"; filename = "a.log" } }\n' },
  { name: "a computed key", file: "log = { [ENV_LEVEL] = 'a.log' }\n" },
  { name: "added to", file: "log:append { }\n" },
]);
