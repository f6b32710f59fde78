// Options behind local.

import { localOption } from "../../../server/src/core/rules/lua/local-option.ts";
import { testRule } from "../../support/rules.ts";

testRule(localOption, [
  {
    name: "no effect",
    file: 'local admins = { "a@a.example" } -- me\n--    ^^^^^^ warning: without `local`\nlocal  log = "x"\n--     ^^^ warning\n',
    fixes: ["Remove `local` (unsafe)", "Remove `local` (unsafe)"],
    fixed: 'admins = { "a@a.example" } -- me\nlocal  log = "x"\n',
  },
  { name: "two at once", file: "local admins, b = { }, 1\n--    ^^^^^^ warning\nc2s_ports = { b }\n" },
  {
    name: "read somewhere",
    file: 'local name = "x"\nmotd_text = name\nlocal storage = "y"\nVirtualHost "a" { storage = storage }\n',
  },
  { name: "no option of that name", file: "local x = 1\nlocal archive_policy_of_mine = 2\n" },
]);
