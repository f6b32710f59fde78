// Options that are said twice.

import { repeatedOption } from "../../../server/src/core/rules/lua/repeated-option.ts";
import { testRule } from "../../support/rules.ts";

testRule(repeatedOption, [
  {
    name: "on a host and a component",
    file: 'storage = "internal"\nadmins = { "a@a.example" }\nVirtualHost "a"\n\tstorage = "internal"\n --^^^^^ hint\nComponent "b" { admins = { "a@a.example" }, storage = "sql" }\n--              ^^^^^^ hint\n',
    fixes: ["Remove `storage` (safe)", "Remove `admins` (safe)"],
    allFixed: 'storage = "internal"\nadmins = { "a@a.example" }\nVirtualHost "a"\nComponent "b" { storage = "sql" }\n',
  },
  {
    name: "in another file",
    file: '--- p.lua\nstorage = "internal"\nInclude "a.lua"\n--- a.lua\nVirtualHost "a"\n\tstorage = "internal"\n --^^^^^ hint\n',
    fixes: ["Remove `storage` (unsafe)"],
  },
  { name: "set twice", file: 'storage = "internal"\nVirtualHost "a"\n\tstorage = "internal"\n\tstorage = "internal"\n' },
  { name: "lists of modules", file: 'modules_enabled = { "mam" }\nVirtualHost "a"\n\tmodules_enabled = { "mam" }\n' },
  {
    name: "other values",
    file: 'admins = { "a@a", "b@a" }\nVirtualHost "a"\n\tadmins = { "b@a", "a@a" }\n\tstorage = "internal"\n',
  },
  { name: "perhaps", file: 'if x then storage = "sql" end\nstorage = "internal"\nVirtualHost "a"\n\tstorage = "internal"\n' },
]);
