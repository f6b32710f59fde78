// Words for values that Lua has other words for.

import { literalName } from "../../../server/src/core/rules/lua/literal-name.ts";
import { testRule } from "../../support/rules.ts";

testRule(literalName, [
  {
    name: "upper case",
    file: "allow_registration = True\n--                   ^^^^ warning: `true`\nmine = { FALSE }\n--       ^^^^^ warning: this one is missing\n",
    fixes: ["Change to `true` (unsafe)", "Change to `false` (safe)"],
    forced: "allow_registration = true\nmine = { false }\n",
  },
  {
    name: "nothing",
    file: "storage = null\n--        ^^^^ warning: `nil`\nhttp_host = None\n--          ^^^^ warning\n",
    fixes: ["Change to `nil` (safe)", "Change to `nil` (safe)"],
    allFixed: "storage = nil\nhttp_host = nil\n",
  },
  {
    name: "yes",
    file: "allow_registration = no\n--                   ^^ warning: `false`\n",
    fixes: ["Change to `false` (unsafe)"],
    forced: "allow_registration = false\n",
  },
  {
    name: "variables",
    file: 'name = yes\nstorage = sql\nTrue = true\nallow_registration = True\nif x then a = True end\nmine = "True"\n',
  },
]);
