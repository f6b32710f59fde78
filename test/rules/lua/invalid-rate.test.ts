// Rates that are not understood.

import { invalidRate } from "../../../server/src/core/rules/lua/invalid-rate.ts";
import { testRule } from "../../support/rules.ts";

testRule(invalidRate, [
  {
    name: "no time, another time",
    file: 'limits = { c2s = { rate = "10kb" }, s2sin = { rate = "1 MB/sec" } }\n--                        ^^^^^^ warning: `/s`\n--                                                   ^^^^^^^^^^ warning\n',
    fixes: ["Change to `10kb/s` (safe)", "Change to `1mb/s` (safe)"],
    allFixed: 'limits = { c2s = { rate = "10kb/s" }, s2sin = { rate = "1mb/s" } }\n',
  },
  {
    name: "a fraction",
    file: 'limits = { c2s = { rate = "1.5 mb/s" } }\n--                        ^^^^^^^^^^ warning\n',
    fixes: ["Change to `1500kb/s` (safe)"],
    allFixed: 'limits = { c2s = { rate = "1500kb/s" } }\n',
  },
  {
    name: "a number",
    file: 'limits = { c2s = { rate = "3000" } }\n--                        ^^^^^^ warning\n',
    fixes: ["Change to `3000b/s` (unsafe)"],
    fixed: 'limits = { c2s = { rate = "3000b/s" } }\n',
  },
  { name: "a fraction of bytes", file: 'limits = { c2s = { rate = "1.5 b/s" } }\n--                        ^^^^^^^^^ warning\n' },
  {
    name: "right",
    file: 'limits = { c2s = { rate = "10kb/s" }, s2sin = { rate = "30 kilobytes/s" }, s2sout = { rate = rate } }\n',
  },
]);
