// Includes that come back.

import { includeCycle } from "../../../server/src/core/rules/lua/include-cycle.ts";
import { testRule } from "../../support/rules.ts";

testRule(includeCycle, [
  {
    name: "itself",
    file: '--- prosody.cfg.lua\nInclude "*.lua"\n--      ^^^^^^^ error: the file itself\n',
    fixes: ["Remove the line (unsafe)"],
    fixed: "--- prosody.cfg.lua\n",
  },
  {
    name: "by way of two",
    file: '--- a.lua\nInclude "b.lua"\n--      ^^^^^^^ error: `b.lua`, `c.lua`\n--- b.lua\nInclude "c.lua"\n--      ^^^^^^^ error: `c.lua`, `a.lua`\n--- c.lua\nInclude "a.lua"\n--      ^^^^^^^ error\n',
    fixes: ["Remove the line (unsafe)", "Remove the line (unsafe)", "Remove the line (unsafe)"],
  },
  {
    name: "twice the same is no circle",
    file: '--- a.lua\nInclude "b.lua"\nInclude "c.lua"\n--- b.lua\nInclude "c.lua"\n--- c.lua\n',
  },
  { name: "perhaps never run", file: '--- a.lua\nif x then Include "a.lua" end\n' },
]);
