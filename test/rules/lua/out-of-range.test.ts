// Numbers outside their limits.

import { outOfRange } from "../../../server/src/core/rules/lua/out-of-range.ts";
import { testRule } from "../../support/rules.ts";

testRule(outOfRange, [
  {
    name: "a port",
    file: "c2s_ports = { 5222, 522222 }\n--                  ^^^^^^ warning\n",
    fixes: ["Change to `65535`, the nearest that is allowed (unsafe)"],
    fixed: "c2s_ports = { 5222, 65535 }\n",
  },
  { name: "at the limit", file: "c2s_ports = { 65535, 0 }\n" },
]);
