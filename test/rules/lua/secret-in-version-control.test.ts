// Secrets that git knows.

import { secretInVersionControl } from "../../../server/src/core/rules/lua/secret-in-version-control.ts";
import { testRule } from "../../support/rules.ts";

testRule(secretInVersionControl, [
  {
    name: "in an included file",
    file: '--- p.lua\ncomponent_secret = "hunter2"\n--- a.lua versioned\ncomponent_secret = "hunter2"\n--                 ^^^^^^^^^ warning: `component_secret`\n',
    fixes: [
      "Read it from the file `secrets/component_secret`, where you put it (unsafe)",
      "Take it from the environment variable `COMPONENT_SECRET`, where you put it (unsafe)",
    ],
    fixed:
      '--- p.lua\ncomponent_secret = "hunter2"\n--- a.lua versioned\ncomponent_secret = FileLine "secrets/component_secret"\n',
  },
  { name: "nobody knows", file: 'component_secret = "hunter2"\n' },
  { name: "a placeholder", file: '--- a.lua versioned\ncomponent_secret = "changeme"\n' },
]);
