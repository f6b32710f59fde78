// Backslashes in paths.

import { escapedPath } from "../../../server/src/core/rules/lua/escaped-path.ts";
import { testRule } from "../../support/rules.ts";

testRule(escapedPath, [
  {
    name: "special characters",
    file: 'pidfile = "C:\\\\temp\\new.pid"\n--        ^^^^^^^^^^^^^^^^^^ warning: backslash\n',
    fixes: ["Write it with `/` (safe)"],
    allFixed: 'pidfile = "C:/temp/new.pid"\n',
  },
  { name: "right", file: 'pidfile = "C:\\\\temp"\ndata_path = [[C:\\temp]]\nmotd_text = "a\\nb"\n' },
]);
