// Modules that have left Prosody.

import { removedModule } from "../../../server/src/core/rules/lua/removed-module.ts";
import { testRule } from "../../support/rules.ts";

testRule(removedModule, [
  {
    name: "the successor of the successor",
    file: 'modules_enabled = { "console" }\n--                  ^^^^^^^^^ warning: Use `admin_shell`\n',
    fixes: ["Change to `admin_shell` (unsafe)"],
    fixed: 'modules_enabled = { "admin_shell" }\n',
    allFixed: 'modules_enabled = { "console" }\n',
  },
  {
    name: "it is there already",
    file: 'modules_enabled = { "console"; "admin_shell" }\n--                  ^^^^^^^^^ warning\n',
    fixes: ["Remove `console`: `admin_shell` is in the list already (unsafe)"],
    fixed: 'modules_enabled = { "admin_shell" }\n',
  },
  {
    name: "in its time, or disabled",
    file: 'modules_enabled = { "console" }\nmodules_disabled = { "console" }\n',
    version: "0.11",
  },
]);
