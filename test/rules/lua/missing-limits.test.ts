// Configurations without the module for limits.

import { missingLimits } from "../../../server/src/core/rules/lua/missing-limits.ts";
import { testRule } from "../../support/rules.ts";

testRule(missingLimits, [
  {
    name: "enable them",
    file: 'modules_enabled = { "roster", "tls" }\n--^^^^^^^^^^^^^ hint: bandwidth\nVirtualHost "a.example"\n',
    fixes: ["Enable `limits` (unsafe)"],
    fixed: 'modules_enabled = { "roster", "limits", "tls" }\nVirtualHost "a.example"\n',
  },
  { name: "enabled", file: 'modules_enabled = { "limits" }\nVirtualHost "a.example"\n' },
  { name: "another file may do it", file: 'modules_enabled = { "roster" }\nVirtualHost "a.example"\nInclude "x.lua"\n' },
  { name: "a part of a configuration", file: 'VirtualHost "a.example"\nmodules_enabled = { "roster" }\n' },
  { name: "for tests", file: 'modules_enabled = { "roster" }\nVirtualHost "xmpp.test"\n' },
]);
