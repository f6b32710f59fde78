// Secrets of a few characters.

import { shortSecret } from "../../../server/src/core/rules/lua/short-secret.ts";
import { testRule } from "../../support/rules.ts";

testRule(shortSecret, [
  {
    name: "short",
    file: 'turn_external_secret = "x7Kq"\n--                     ^^^^^^ information\n',
    fixes: [
      "Read it from the file `secrets/turn_external_secret`, where you put it (unsafe)",
      "Take it from the environment variable `TURN_EXTERNAL_SECRET`, where you put it (unsafe)",
    ],
    fixed: 'turn_external_secret = FileLine "secrets/turn_external_secret"\n',
    allFixed: 'turn_external_secret = "x7Kq"\n',
  },
  { name: "long enough, or a placeholder", file: 'turn_external_secret = "x7Kqx7Kq"\ncomponent_secret = "secret"\n' },
]);
