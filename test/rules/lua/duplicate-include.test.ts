// Files that are read twice.

import { duplicateInclude } from "../../../server/src/core/rules/lua/duplicate-include.ts";
import { testRule } from "../../support/rules.ts";

testRule(duplicateInclude, [
  {
    name: "by the same words",
    file: 'Include "a.lua"\nlog = "x"\nInclude "a.lua"\n--      ^^^^^^^ information\n',
    fixes: ["Remove the second one (unsafe)"],
    fixed: 'Include "a.lua"\nlog = "x"\n',
  },
  {
    name: "by a pattern",
    file: '--- a.lua\nInclude "b.lua"\nInclude "c.lua"\nInclude "?.lua"\nInclude "b.lua"\n--      ^^^^^^^ information\n--- b.lua\n--- c.lua\n',
    fixes: ["Remove the second one (unsafe)"],
  },
  { name: "nothing twice", file: '--- a.lua\nInclude "x/*.lua"\nInclude "x/*.lua"\n' },
  { name: "perhaps never run", file: 'Include "a.lua"\nif x then Include "a.lua" end\n' },
]);
