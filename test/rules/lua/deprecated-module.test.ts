// Modules of the past.

import { deprecatedModule } from "../../../server/src/core/rules/lua/deprecated-module.ts";
import { testRule } from "../../support/rules.ts";

testRule(deprecatedModule, [
  {
    name: "removed with its line and comment",
    file: 'modules_enabled = {\n\t"roster";\n\t"posix"; -- POSIX things\n --^^^^^ warning\n\t"tls";\n}\n',
    fixes: ["Remove `posix` (safe)"],
    fixed: 'modules_enabled = {\n\t"roster";\n\t"tls";\n}\n',
  },
  {
    name: "removed from a line",
    file: 'modules_enabled = { "posix", "tls" }\n--                  ^^^^^^^ warning\n',
    fixes: ["Remove `posix` (safe)"],
    fixed: 'modules_enabled = { "tls" }\n',
  },
  {
    name: "removed from the end of a line",
    file: 'modules_enabled = { "tls", "posix" }\n--                         ^^^^^^^ warning\n',
    fixes: ["Remove `posix` (safe)"],
    fixed: 'modules_enabled = { "tls" }\n',
  },
  {
    name: "the only one",
    file: 'modules_enabled = { "posix" }\n--                  ^^^^^^^ warning\n',
    fixes: ["Remove `posix` (safe)"],
    fixed: "modules_enabled = {  }\n",
  },
  {
    name: "replaced",
    file: 'modules_enabled = { "admin_telnet" }\n--                  ^^^^^^^^^^^^^^ warning: Use `admin_shell`\n',
    fixes: ["Change to `admin_shell` (unsafe)"],
    fixed: 'modules_enabled = { "admin_shell" }\n',
  },
  {
    name: "the new one is there",
    file: 'modules_enabled = { "admin_telnet", "admin_shell" }\n--                  ^^^^^^^^^^^^^^ warning\n',
    fixes: ["Remove `admin_telnet`: `admin_shell` is in the list already (unsafe)"],
    fixed: 'modules_enabled = { "admin_shell" }\n',
  },
  { name: "not yet deprecated", file: 'modules_enabled = { "posix", "admin_telnet" }\n', version: "0.12" },
]);
