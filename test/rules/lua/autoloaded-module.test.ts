// Modules that load by themselves.

import { autoloadedModule } from "../../../server/src/core/rules/lua/autoloaded-module.ts";
import { testRule } from "../../support/rules.ts";

testRule(autoloadedModule, [
  {
    name: "with its comment",
    file: 'modules_enabled = {\n\t"roster";\n\t"offline"; -- kept\n --^^^^^^^ hint\n}\n',
    fixes: ["Remove `offline` (safe)"],
    allFixed: 'modules_enabled = {\n\t"roster";\n}\n',
  },
  { name: "switched on again", file: 'modules_disabled = { "offline" }\nVirtualHost "a"\n\tmodules_enabled = { "offline" }\n' },
  { name: "a component has none", file: 'Component "a" "muc"\n\tmodules_enabled = { "presence" }\n' },
  { name: "another file may switch it off", file: 'VirtualHost "a"\n\tmodules_enabled = { "offline" }\n' },
  { name: "deprecated, or not loaded by itself", file: 'modules_enabled = { "posix"; "roster"; "tls" }\n' },
  {
    name: "posix in its time",
    file: 'modules_enabled = { "posix" }\n--                  ^^^^^^^ hint\n',
    version: "0.12",
    fixes: ["Remove `posix` (safe)"],
  },
]);
