// The console without a password.

import { telnetConsole } from "../../../server/src/core/rules/lua/telnet-console.ts";
import { testRule } from "../../support/rules.ts";

testRule(telnetConsole, [
  {
    name: "replaced",
    file: 'modules_enabled = { "roster"; "admin_telnet" }\n--                            ^^^^^^^^^^^^^^ information: `admin_shell`\n',
    version: "0.12",
    fixes: ["Change to `admin_shell` (unsafe)", "Remove `admin_telnet` (unsafe)"],
    fixed: 'modules_enabled = { "roster"; "admin_shell" }\n',
    allFixed: 'modules_enabled = { "roster"; "admin_telnet" }\n',
  },
  {
    name: "before there was another",
    file: 'modules_enabled = { "roster"; "admin_telnet" }\n--                            ^^^^^^^^^^^^^^ information\n',
    version: "0.11",
    fixes: ["Remove `admin_telnet` (unsafe)"],
    fixed: 'modules_enabled = { "roster" }\n',
  },
  { name: "left to another rule", file: 'modules_enabled = { "admin_telnet" }\n' },
  { name: "disabled", file: 'modules_disabled = { "admin_telnet" }\n', version: "0.12" },
]);
