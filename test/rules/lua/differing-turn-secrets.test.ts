// Two secrets for one TURN server.

import { differingTurnSecrets } from "../../../server/src/core/rules/lua/differing-turn-secrets.ts";
import { testRule } from "../../support/rules.ts";

testRule(differingTurnSecrets, [
  {
    name: "the global one counts",
    file: 'modules_enabled = { "turn_external" }\nturn_external_host = "t.example"\nturn_external_secret = "one"\nVirtualHost "a.example"\nVirtualHost "b.example"\n\tturn_external_secret = "two"\n--                      ^^^^^ warning\n',
    fixes: [
      "Remove it, for the global secret (unsafe)",
      "Take the other secret here (unsafe)",
      "Take this secret in the other place (unsafe)",
    ],
    fixed:
      'modules_enabled = { "turn_external" }\nturn_external_host = "t.example"\nturn_external_secret = "one"\nVirtualHost "a.example"\nVirtualHost "b.example"\n',
  },
  {
    name: "one of the two",
    file: 'modules_enabled = { "turn_external" }\nturn_external_host = "t.example"\nVirtualHost "a.example"\n\tturn_external_secret = "one"\nVirtualHost "b.example"\n\tturn_external_secret = "two"\n--                      ^^^^^ warning\n',
    fixes: ["Take the other secret here (unsafe)", "Take this secret in the other place (unsafe)"],
    fixed:
      'modules_enabled = { "turn_external" }\nturn_external_host = "t.example"\nVirtualHost "a.example"\n\tturn_external_secret = "one"\nVirtualHost "b.example"\n\tturn_external_secret = "one"\n',
  },
  {
    name: "the same, or from elsewhere",
    file: 'modules_enabled = { "turn_external" }\nturn_external_host = "t.example"\nVirtualHost "a.example"\n\tturn_external_secret = "one"\nVirtualHost "b.example"\n\tturn_external_secret = ENV_X\nVirtualHost "c.example"\n\tturn_external_secret = "one"\n',
  },
]);
