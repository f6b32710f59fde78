// Modules in both lists of a section.

import { moduleEnabledAndDisabled } from "../../../server/src/core/rules/lua/module-enabled-and-disabled.ts";
import { testRule } from "../../support/rules.ts";

testRule(moduleEnabledAndDisabled, [
  {
    name: "in the global section",
    file: 'modules_enabled = { "mam", "roster" }\n--                  ^^^^^ warning: it is not loaded\nmodules_disabled = { "mam" }\n',
    fixes: ["Remove it from `modules_enabled` (unsafe)", "Remove it from `modules_disabled` (unsafe)"],
    fixed: 'modules_enabled = { "roster" }\nmodules_disabled = { "mam" }\n',
  },
  {
    name: "under a host that is begun twice",
    file: 'VirtualHost "a.example"\nmodules_enabled = { "mam" }\n--                  ^^^^^ warning\nVirtualHost "A.example"\nmodules_disabled = { "mam" }\n',
    fixes: ["Remove it from `modules_enabled` (unsafe)", "Remove it from `modules_disabled` (unsafe)"],
  },
  {
    name: "for one host only, or the other way round",
    file: 'modules_enabled = { "mam" }\nmodules_disabled = { "s2s" }\nVirtualHost "a.example"\nmodules_disabled = { "mam" }\nmodules_enabled = { "s2s" }\n',
  },
  { name: "not certain", file: 'modules_enabled = { "mam" }\nif x then modules_disabled = { "mam" } end\n' },
]);
