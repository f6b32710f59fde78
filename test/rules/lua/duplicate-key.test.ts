// Keys that stand twice.

import { duplicateKey } from "../../../server/src/core/rules/lua/duplicate-key.ts";
import { testRule } from "../../support/rules.ts";

testRule(duplicateKey, [
  {
    name: "the first goes",
    file: 'log = { info = "a", error = "b", info = "c" }\n--      ^^^^ warning: line 1\n',
    fixes: ["Remove this one, which does not count (safe)"],
    fixed: 'log = { error = "b", info = "c" }\n',
    allFixed: 'log = { error = "b", info = "c" }\n',
  },
  {
    name: "inside, and computed",
    file: 'limits = { c2s = { rate = f(), rate = "1kb/s" } }\n--                 ^^^^ warning\n',
    fixes: ["Remove this one, which does not count (unsafe)"],
    allFixed: 'limits = { c2s = { rate = f(), rate = "1kb/s" } }\n',
  },
  { name: "in two tables", file: 'limits = { c2s = { rate = "1kb/s" }, s2sin = { rate = "1kb/s" } }\nadmins = { "a", "a" }\n' },
]);
