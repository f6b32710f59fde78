// Secrets for all to see.

import { expect, test } from "vitest";
import { secretInConfig } from "../../../server/src/core/rules/lua/secret-in-config.ts";
import { findingsOf, testRule } from "../../support/rules.ts";

testRule(secretInConfig, [
  {
    name: "an option",
    file: 'turn_external_secret = "hunter2"\n--                     ^^^^^^^^^ hint: `turn_external_secret`\n',
    fixes: [
      "Read it from the file `secrets/turn_external_secret`, where you put it (unsafe)",
      "Take it from the environment variable `TURN_EXTERNAL_SECRET`, where you put it (unsafe)",
    ],
  },
  {
    name: "a key",
    file: 'sql = { driver = "MySQL", password = "hunter2" }\n--                                   ^^^^^^^^^ hint: `password`\n',
    fixes: [
      "Read it from the file `secrets/password`, where you put it (unsafe)",
      "Take it from the environment variable `PASSWORD`, where you put it (unsafe)",
    ],
  },
  {
    name: "a key in a list of tables",
    file: 'external_services = { { type = "turn", secret = "hunter2" } }\n--                                              ^^^^^^^^^ hint\n',
    fixes: [
      "Read it from the file `secrets/secret`, where you put it (unsafe)",
      "Take it from the environment variable `SECRET`, where you put it (unsafe)",
    ],
  },
  {
    name: "from elsewhere",
    file: 'turn_external_secret = FileLine "x"\ncomponent_secret = ENV_X\nldap_password = "{{ password }}"\nexternal_services = { { secret = true } }\n',
  },
  { name: "before there was a way", version: "0.12", file: 'turn_external_secret = "hunter2"\n' },
]);

test("keeps the secret to itself", () => {
  const findings = findingsOf(secretInConfig, 'turn_external_secret = "hunter2"\n');
  expect(JSON.stringify(findings)).not.toContain("hunter2");
});
