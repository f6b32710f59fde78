// Values without braces.

import { singleForList } from "../../../server/src/core/rules/lua/single-for-list.ts";
import { testRule } from "../../support/rules.ts";

testRule(singleForList, [
  {
    name: "modules",
    file: 'modules_enabled = "mam"\n--                ^^^^^ warning: Put it in braces\n',
    fixes: ["Put it into a list (safe)"],
    allFixed: 'modules_enabled = { "mam" }\n',
  },
  {
    name: "in a table",
    file: 'add_permissions = { ["prosody:member"] = "a:b" }\n--                                       ^^^^^ warning\n',
    fixes: ["Put it into a list (safe)"],
    allFixed: 'add_permissions = { ["prosody:member"] = { "a:b" } }\n',
  },
  { name: "generous options", file: 'c2s_ports = 5222\nadmins = "a@b"\n' },
  { name: "computed", file: "modules_enabled = list()\nplugin_paths = ENV_PATHS\n" },
]);
