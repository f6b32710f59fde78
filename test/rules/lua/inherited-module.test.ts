// Modules that are enabled for all hosts.

import { inheritedModule } from "../../../server/src/core/rules/lua/inherited-module.ts";
import { testRule } from "../../support/rules.ts";

testRule(inheritedModule, [
  {
    name: "on a host",
    file: 'modules_enabled = { "mam"; "roster" }\nVirtualHost "a"\n\tmodules_enabled = { "mam", "motd" }\n--\t                  ^^^^^ hint\n',
    fixes: ["Remove `mam` (safe)"],
    allFixed: 'modules_enabled = { "mam"; "roster" }\nVirtualHost "a"\n\tmodules_enabled = { "motd" }\n',
  },
  {
    name: "in another file",
    file: '--- p.lua\nmodules_enabled = { "mam" }\nInclude "a.lua"\n--- a.lua\nVirtualHost "a"\n\tmodules_enabled = { "mam" }\n--\t                  ^^^^^ hint\n',
    fixes: ["Remove `mam` (unsafe)"],
  },
  {
    name: "components take over some",
    file: 'modules_enabled = { "mam"; "tls" }\nVirtualHost "a"\nComponent "b" "muc"\n\tmodules_enabled = { "mam"; "tls" }\n--\t                         ^^^^^ hint\n',
    fixes: ["Remove `tls` (safe)"],
  },
  {
    name: "switched off for another",
    file: 'modules_enabled = { "mam" }\nmodules_disabled = { "mam" }\nVirtualHost "a"\n\tmodules_enabled = { "mam" }\n',
  },
  { name: "a part", file: 'VirtualHost "a"\n\tmodules_enabled = { "mam" }\n' },
]);
