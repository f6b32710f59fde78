// Adding to an option before 13.0.

import { directiveNotYet } from "../../../server/src/core/rules/lua/directive-not-yet.ts";
import { testRule } from "../../support/rules.ts";

testRule(directiveNotYet, [
  {
    name: "to a list above",
    file: 'modules_enabled = { "tls" }\n    modules_enabled { "mam" }\n--  ^^^^^^^^^^^^^^^ error: does not load\n',
    version: "0.12",
    fixes: ["Put the items into `modules_enabled` above (unsafe)"],
    forced: 'modules_enabled = { "tls"; "mam" }\n',
  },
  {
    name: "to nothing",
    file: 'VirtualHost "a.example"\n    admins:append { "ann@a.example" }\n--  ^^^^^^ error: with `=`\n',
    version: "0.12",
    fixes: ["Set it with `=` (unsafe)"],
    forced: 'VirtualHost "a.example"\n    admins = { "ann@a.example" }\n',
  },
  { name: "since 13.0", file: 'modules_enabled = { "tls" }\nmodules_enabled { "mam" }\n' },
]);
