// Values of later versions.

import { valueNotYet } from "../../../server/src/core/rules/lua/value-not-yet.ts";
import { testRule } from "../../support/rules.ts";

testRule(valueNotYet, [
  {
    name: "the whole option",
    file: 'statistics_interval = "manual" -- why\n--                    ^^^^^^^^ warning: since Prosody 0.12\n',
    version: "0.11",
    fixes: ["Comment `statistics_interval` out (unsafe)"],
    fixed: '-- statistics_interval = "manual" -- why\n',
    allFixed: 'statistics_interval = "manual" -- why\n',
  },
  {
    name: "in a table",
    file: 'gc = { mode = "generational" }\n--            ^^^^^^^^^^^^^^ warning\n',
    version: "0.11",
  },
  { name: "now", file: 'statistics_interval = "manual"\n' },
]);
