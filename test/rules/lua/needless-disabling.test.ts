// Disabling what is not loaded.

import { needlessDisabling } from "../../../server/src/core/rules/lua/needless-disabling.ts";
import { testRule } from "../../support/rules.ts";

testRule(needlessDisabling, [
  {
    name: "not enabled",
    file: 'modules_enabled = { "roster" }\nmodules_disabled = { "motd"; "s2s" }\n--                   ^^^^^^ hint\nVirtualHost "a"\n',
    fixes: ["Remove `motd` (safe)"],
    allFixed: 'modules_enabled = { "roster" }\nmodules_disabled = { "s2s" }\nVirtualHost "a"\n',
  },
  {
    name: "enabled in another file, or nowhere",
    file: '--- p.lua\nmodules_enabled = { "roster" }\nInclude "a.lua"\nInclude "b.lua"\n--- a.lua\nVirtualHost "a"\n\tmodules_disabled = { "motd"; "mam" }\n--\t                           ^^^^^ hint\n--- b.lua\nVirtualHost "b"\n\tmodules_enabled = { "motd" }\n',
    fixes: ["Remove `mam` (safe)"],
  },
  { name: "brought along", file: 'modules_enabled = { "bosh" }\nmodules_disabled = { "http" }\nVirtualHost "a"\n' },
  { name: "a part", file: 'VirtualHost "a"\n\tmodules_disabled = { "mam" }\n' },
]);
