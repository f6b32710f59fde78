// The tables of options.

import { optionTable } from "../../../server/src/core/rules/lua/option-table.ts";
import { testRule } from "../../support/rules.ts";

testRule(optionTable, [
  {
    name: "inserted through a local variable, in a loop",
    file: 'modules_enabled = { "tls" }\nlocal list = modules_enabled\nfor _, m in Lua.ipairs { "mam" } do\n  Lua.table.insert(list, m)\n--                 ^^^^ warning: changes nothing\nend\n',
    fixes: ["Change to `:append` (unsafe)"],
  },
  {
    name: "a key of a map",
    file: 'ssl = { key = "/a" }\n    ssl.certificate = "/b"\n--  ^^^ warning: changes nothing\n',
    fixes: ["Change to `:append` (unsafe)"],
    forced: 'ssl = { key = "/a" }\n    ssl:append { certificate = "/b" }\n',
  },
  {
    name: "a key of a list",
    file: 'modules_enabled = { "tls" }\n    modules_enabled.mam = true\n--  ^^^^^^^^^^^^^^^ warning: changes nothing\n',
    fixes: ["Change to `:append` (unsafe)"],
    forced: 'modules_enabled = { "tls" }\n    modules_enabled:append { "mam" }\n',
  },
  {
    name: "in a table",
    file: 'slow = { rate = "1kb/s" }\nlimits = { c2s = slow }\n--               ^^^^ warning: item is lost\n',
    fixes: ["Make `slow` local (unsafe)"],
    forced: 'local slow = { rate = "1kb/s" }\nlimits = { c2s = slow }\n',
  },
  {
    name: "set again to itself, with an older version",
    file: 'admins = { "ann@a.example" }\nadmins = admins or {}\n--       ^^^^^^^^^^^^ warning: replaces what is set above\n',
    version: "0.12",
    fixes: ["Remove the statement (unsafe)"],
    forced: 'admins = { "ann@a.example" }\n',
  },
  {
    name: "an index, with an older version",
    file: 'modules_enabled = { "tls" }\n    modules_enabled[#modules_enabled + 1] = "mam"\n--  ^^^^^^^^^^^^^^^ error: does not load\n',
    version: "0.12",
    fixes: ["Put it into `modules_enabled` above (unsafe)"],
    forced: 'modules_enabled = { "mam", "tls" }\n',
  },
  {
    name: "in a list of the author's",
    file: 'local list = { "tls" }\nLua.table.insert(list, "mam")\nlist[3] = "smacks"\nmodules_enabled = list\n',
  },
  { name: "not set before", file: 'VirtualHost "a.example"\n  modules_enabled = modules_enabled or {}\n' },
  { name: "a text", file: 'name = "a.example"\nhttp_host = name\n' },
  { name: "what may have been computed", file: "x = ENV_A and {} or 5\nadmins = x\n" },
  { name: "a function of Lua", file: "Lua.string.trim = 5\n" },
]);
