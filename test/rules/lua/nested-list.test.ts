// Braces in braces.

import { nestedList } from "../../../server/src/core/rules/lua/nested-list.ts";
import { testRule } from "../../support/rules.ts";

testRule(nestedList, [
  {
    name: "modules",
    file: 'modules_enabled = { "roster"; { "mam", "ping" } }\n--                            ^^^^^^^^^^^^^^^^^ warning: inner braces\n',
    fixes: ["Take the inner braces away (unsafe)"],
    forced: 'modules_enabled = { "roster"; "mam", "ping" }\n',
  },
  {
    name: "paths",
    file: 'plugin_paths = { { "/a" } }\n--               ^^^^^^^^ warning\n',
    fixes: ["Take the inner braces away (safe)"],
    allFixed: 'plugin_paths = { "/a" }\n',
  },
  {
    name: "of a variable",
    file: 'local more = { "mam" }\nmodules_enabled = { "roster"; more }\n--                            ^^^^ warning\n',
  },
  {
    name: "one of two",
    file: 'modules_enabled = { "roster"; { "mam" } or nil }\n--                            ^^^^^^^^^^^^^^^^ warning\n',
  },
  { name: "tables", file: 'disco_items = { { "a"; "b" } }\nexternal_services = { { type = "turn" } }\n' },
  { name: "holes of a template", file: "admins = {{ admins }}\nc2s_ports = { { } }\n" },
]);
