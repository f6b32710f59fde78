// Keys in lists.

import { keyedItem } from "../../../server/src/core/rules/lua/keyed-item.ts";
import { testRule } from "../../support/rules.ts";

testRule(keyedItem, [
  {
    name: "true and false",
    file: 'modules_enabled = { "roster"; mam = true; ["ping"] = false }\n--                            ^^^^^^^^^^ warning: no item\n--                                        ^^^^^^^^^^^^^^^^ warning\n',
    fixes: ['Change to `"mam"` (unsafe)', "Remove it (safe)"],
    forced: 'modules_enabled = { "roster"; "mam" }\n',
  },
  {
    name: "a name before the value",
    file: 'admins = { me = "a@example.org" }\n--         ^^^^^^^^^^^^^^^^^^^^ warning\n',
    fixes: ["Leave the key out (unsafe)"],
    fixed: 'admins = { "a@example.org" }\n',
    allFixed: 'admins = { me = "a@example.org" }\n',
  },
  { name: "a number", file: "c2s_ports = { xmpp = 5222 }\n--            ^^^^^^^^^^^ warning\n" },
  {
    name: "tables with keys",
    file: 'ssl = { key = "a"; certificate = "b" }\nlog = { info = "a" }\nmodules_enabled = { [1] = "mam" }\n',
  },
]);
