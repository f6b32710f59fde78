// Prosody as root.

import { runsAsRoot } from "../../../server/src/core/rules/lua/runs-as-root.ts";
import { testRule } from "../../support/rules.ts";

testRule(runsAsRoot, [
  {
    name: "allowed",
    file: "run_as_root = true\n--            ^^^^ warning\n",
    fixes: ["Change to `false` (unsafe)"],
    fixed: "run_as_root = false\n",
  },
  { name: "no", file: "run_as_root = false\n" },
]);
