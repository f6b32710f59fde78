// Values of the past.

import { deprecatedValue } from "../../../server/src/core/rules/lua/deprecated-value.ts";
import { testRule } from "../../support/rules.ts";

testRule(deprecatedValue, [
  {
    name: "outdated",
    file: 'network_backend = "select"\n--                ^^^^^^^^ warning: deprecated\n',
    fixes: ['Change to `"epoll"` (safe)'],
    fixed: 'network_backend = "epoll"\n',
  },
  { name: "not yet", file: 'network_backend = "select"\n', version: "0.11" },
  {
    name: "gone",
    file: 'Component "a" "muc"\nrestrict_room_creation = "admin"\n--                       ^^^^^^^ warning: no such value\n',
    fixes: ["Change to `true` (unsafe)"],
    fixed: 'Component "a" "muc"\nrestrict_room_creation = true\n',
  },
  { name: "still there", file: 'Component "a" "muc"\nrestrict_room_creation = "admin"\n', version: "0.12" },
]);
