// Modules named twice in one list.

import { duplicateModule } from "../../../server/src/core/rules/lua/duplicate-module.ts";
import { testRule } from "../../support/rules.ts";

testRule(duplicateModule, [
  {
    name: "the second one goes",
    file: 'modules_enabled = {\n\t"mam";\n\t"roster"; "mam"; -- archive\n--         ^^^^^ information: in this list already\n}\n',
    fixes: ["Remove the second one (safe)"],
    fixed: 'modules_enabled = {\n\t"mam";\n\t"roster"; -- archive\n}\n',
  },
  {
    name: "three times",
    file: 'modules_disabled = { "s2s", "s2s", "s2s" }\n--                          ^^^^^ information\n--                                 ^^^^^ information\n',
    fixes: ["Remove the second one (safe)", "Remove the second one (safe)"],
    allFixed: 'modules_disabled = { "s2s" }\n',
  },
  {
    name: "in lists of their own",
    file: 'modules_enabled = { "mam" }\nmodules_disabled = { "mam" }\nVirtualHost "a.example"\nmodules_enabled = { "mam" }\n',
  },
  { name: "computed names", file: "modules_enabled = { ENV_A, ENV_A, x, x }\n" },
]);
