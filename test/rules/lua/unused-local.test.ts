// Local variables that nothing reads.

import { unusedLocal } from "../../../server/src/core/rules/lua/unused-local.ts";
import { testRule } from "../../support/rules.ts";

testRule(unusedLocal, [
  {
    name: "the statement goes",
    file: 'local domain = "a.example"; -- ours\n--    ^^^^^^ hint: `domain`\nadmins = { }\n',
    fixes: ["Remove `domain` (unsafe)"],
    fixed: "admins = { }\n",
    forced: "admins = { }\n",
  },
  {
    name: "what is called might matter",
    file: 'local lfs = require "lfs_x"\n--    ^^^ hint\nadmins = { }\n',
    fixes: ["Remove `lfs` (unsafe)"],
    fixed: "admins = { }\n",
    allFixed: 'local lfs = require "lfs_x"\nadmins = { }\n',
  },
  { name: "one of two", file: "local a, b = 1, 2\n--    ^ hint\nlimits_resolution = b\n" },
  { name: "inside a block", file: "if x then\n  local yy = 1\n--      ^^ hint\nend\n", fixes: ["Remove `yy` (unsafe)"] },
  {
    name: "read in a function, in a table, in what is half typed",
    file: "local a = 1\nlocal b = 2\nlocal c = 3\nfunction f() return a end\nadmins = { [b] = 1 }\nlog = c ..\n",
  },
  { name: "on purpose", file: "local _unused = 1\nlocal _ = 2\n" },
]);
