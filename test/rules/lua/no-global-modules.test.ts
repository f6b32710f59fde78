// A main file without the list of modules.

import { noGlobalModules } from "../../../server/src/core/rules/lua/no-global-modules.ts";
import { testRule } from "../../support/rules.ts";

testRule(noGlobalModules, [
  {
    name: "the list of the only host moves up",
    file: 'log = "x"\n\nVirtualHost "a"\n--^^^^^^^^^^^^^ warning\n\tmodules_enabled = {\n\t\t"roster";\n\t}\n',
    fixes: ["Move it to the global section (unsafe)"],
    fixed: 'log = "x"\n\nmodules_enabled = {\n\t"roster";\n}\n\nVirtualHost "a"\n',
    allFixed: 'log = "x"\n\nVirtualHost "a"\n\tmodules_enabled = {\n\t\t"roster";\n\t}\n',
  },
  {
    name: "of two lists nobody knows which",
    file: 'log = "x"\nVirtualHost "a"\n--^^^^^^^^^^^^^ warning\n\tmodules_enabled = { }\nVirtualHost "b"\n\tmodules_enabled = { }\n',
  },
  {
    name: "each host has its own",
    file: 'log = "x"\nVirtualHost "a"\n--^^^^^^^^^^^^^ information\n\tmodules_enabled = { "saslauth" }\n',
    fixes: ["Move it to the global section (unsafe)"],
  },
  {
    name: "nowhere, and the main file has nothing but an Include",
    file: '--- prosody.cfg.lua\nInclude "a.lua"\n--      ^^^^^^^ warning\n--- a.lua\nVirtualHost "a"\n\tauthentication = "internal_hashed"\n',
  },
  { name: "in another file", file: 'log = "x"\nInclude "modules.lua"\nVirtualHost "a"\n' },
  { name: "a part", file: 'VirtualHost "a"\n\tmodules_enabled = { }\n' },
  { name: "no host at all", file: '--- prosody.cfg.lua\nlog = "a"\nComponent "c.example" "muc"\n' },
]);
