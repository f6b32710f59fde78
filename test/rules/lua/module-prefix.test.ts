// Names with "mod_".

import { modulePrefix } from "../../../server/src/core/rules/lua/module-prefix.ts";
import { testRule } from "../../support/rules.ts";

testRule(modulePrefix, [
  {
    name: "in a list and of a component",
    file: 'modules_enabled = { "mod_mam" }\n--                  ^^^^^^^^^ warning: Write `mam`\nComponent "x" [[mod_muc]]\n--            ^^^^^^^^^^^ warning\n',
    allFixed: 'modules_enabled = { "mam" }\nComponent "x" "muc"\n',
  },
  {
    name: "the right name is there",
    file: 'modules_enabled = {\n\t"mod_mam";\n --^^^^^^^ warning\n\t"mam";\n}\n',
    fixed: 'modules_enabled = {\n\t"mam";\n}\n',
  },
  { name: "no prefix", file: 'modules_enabled = { "modx"; "mod_" }\n' },
]);
