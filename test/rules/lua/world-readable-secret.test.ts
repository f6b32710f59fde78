// Secrets that everyone on the machine can read.

import { worldReadableSecret } from "../../../server/src/core/rules/lua/world-readable-secret.ts";
import { testRule } from "../../support/rules.ts";

testRule(worldReadableSecret, [
  {
    name: "readable",
    file: '--- a.lua readable\ncomponent_secret = "hunter2"\n--                 ^^^^^^^^^ warning: `component_secret`\n',
    version: "0.12",
    fixed: "--- a.lua readable\ncomponent_secret = ENV_COMPONENT_SECRET\n",
  },
  { name: "a copy in a repository", file: '--- a.lua versioned readable\ncomponent_secret = "hunter2"\n' },
  { name: "nobody knows", file: 'component_secret = "hunter2"\n' },
]);
