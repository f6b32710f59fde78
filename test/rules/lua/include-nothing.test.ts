// Includes without a file.

import { includeNothing } from "../../../server/src/core/rules/lua/include-nothing.ts";
import { testRule } from "../../support/rules.ts";

testRule(includeNothing, [
  {
    name: "a file and a pattern",
    file: '--- prosody.cfg.lua\nInclude "a.cfg.lua"\n--      ^^^^^^^^^^^ warning: refuses\nInclude "conf.d/*.lua" -- later\n--      ^^^^^^^^^^^^^^ hint\nlog = "x"\n',
    fixes: ["Remove the line (unsafe)", "Remove the line (unsafe)"],
    fixed: '--- prosody.cfg.lua\nInclude "conf.d/*.lua" -- later\nlog = "x"\n',
  },
  { name: "there", file: '--- prosody.cfg.lua\nInclude "a.cfg.lua"\n--- a.cfg.lua\n' },
  { name: "computed, perhaps never run", file: '--- prosody.cfg.lua\nInclude(ENV_X)\nif x then Include "b.lua" end\n' },
  { name: "nobody knows", file: 'Include "a.cfg.lua"\n' },
]);
