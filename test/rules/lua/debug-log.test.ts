// Logs for finding faults.

import { debugLog } from "../../../server/src/core/rules/lua/debug-log.ts";
import { testRule } from "../../support/rules.ts";

testRule(debugLog, [
  {
    name: "the level changes",
    file: 'log = { debug = "a"; error = "b" }\n--      ^^^^^ hint\n',
    fixes: ["Change to `info` (unsafe)"],
    fixed: 'log = { info = "a"; error = "b" }\n',
    allFixed: 'log = { debug = "a"; error = "b" }\n',
  },
  {
    name: "beside the usual one",
    file: 'log = {\n\tinfo = "a";\n\tdebug = "b"; -- noisy\n --^^^ hint\n}\n',
    fixes: ["Remove `debug` (unsafe)"],
    fixed: 'log = {\n\tinfo = "a";\n}\n',
  },
  {
    name: "by rules",
    file: 'log = { { levels = { min = \'debug\', max = "info" }, to = "console" } }\n--                         ^^^^^^^ hint\n',
    fixes: ["Change to `info` (unsafe)"],
    fixed: 'log = { { levels = { min = \'info\', max = "info" }, to = "console" } }\n',
  },
  { name: "for tests", file: 'log = { debug = "a" }\nVirtualHost "localhost"\n' },
  { name: "other options", file: 'limits = { debug = "a" }\nlog = "debug"\n' },
]);
