// Names with "mod_".

import { modulePrefix } from "../../../server/src/core/rules/lua/module-prefix.ts";
import { testRule } from "../../support/rules.ts";

testRule(modulePrefix, [
  {
    name: "in a list and of a component",
    file: 'modules_enabled = { "mod_mam" }\n--                  ^^^^^^^^^ warning: Write `mam`\nComponent "x" [[mod_muc]]\n--            ^^^^^^^^^^^ warning\n',
    fixes: ["Change to `mam` (unsafe)", "Change to `muc` (unsafe)"],
    forced: 'modules_enabled = { "mam" }\nComponent "x" "muc"\n',
  },
  {
    name: "the right name is there",
    file: 'modules_enabled = {\n\t"mod_mam";\n --^^^^^^^ warning\n\t"mam";\n}\n',
    fixes: ["Remove `mod_mam`: `mam` is in the list already (safe)"],
    fixed: 'modules_enabled = {\n\t"mam";\n}\n',
  },
  { name: "no prefix", file: 'modules_enabled = { "modx"; "mod_" }\n' },
]);
