// Blanks around names.

import { blankAround } from "../../../server/src/core/rules/lua/blank-around.ts";
import { testRule } from "../../support/rules.ts";

testRule(blankAround, [
  {
    name: "names",
    file: 'admins = { "a@b.c " }\n--         ^^^^^^^^ warning: count\nhttp_host = " a.b"\n--          ^^^^^^ warning\npidfile = "a.pid "\n--        ^^^^^^^^ warning\n',
    fixes: ["Remove the blanks (unsafe)", "Remove the blanks (unsafe)", "Remove the blanks (unsafe)"],
    forced: 'admins = { "a@b.c" }\nhttp_host = "a.b"\npidfile = "a.pid"\n',
  },
  { name: "free texts", file: 'motd_text = " a "\nadmins = { "a@b" }\nhttp_host = " "\n' },
]);
