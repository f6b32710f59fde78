// Braces in braces.

import { nestedList } from "../../../server/src/core/rules/lua/nested-list.ts";
import { testRule } from "../../support/rules.ts";

testRule(nestedList, [
  {
    name: "modules",
    file: 'modules_enabled = { "roster"; { "mam", "ping" } }\n--                            ^^^^^^^^^^^^^^^^^ error: from starting\n',
    fixes: ["Take the inner braces away (unsafe)"],
    forced: 'modules_enabled = { "roster"; "mam", "ping" }\n',
  },
  {
    name: "paths",
    file: 'plugin_paths = { { "/a" } }\n--               ^^^^^^^^ error\n',
    fixes: ["Take the inner braces away (safe)"],
    allFixed: 'plugin_paths = { "/a" }\n',
  },
  {
    name: "of a variable",
    file: 'local more = { "mam" }\nmodules_enabled = { "roster"; more }\n--                            ^^^^ error\n',
  },
  {
    name: "one of two",
    file: 'modules_enabled = { "roster"; { "mam" } or nil }\n--                            ^^^^^^^^^^^^^^^^ error\n',
  },
  { name: "tables", file: 'disco_items = { { "a"; "b" } }\nexternal_services = { { type = "turn" } }\n' },
  {
    name: "accounts, with which roles are lost",
    file: 'admins = { { "a@example.com" } }\n--         ^^^^^^^^^^^^^^^^^^^ error: The module `authz_internal` does not load\n',
    fixes: ["Take the inner braces away (safe)"],
  },
  { name: "holes of a template", file: "admins = {{ admins }}\nc2s_ports = { { } }\n" },
]);
