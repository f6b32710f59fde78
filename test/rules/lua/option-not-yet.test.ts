// Options of the future.

import { optionNotYet } from "../../../server/src/core/rules/lua/option-not-yet.ts";
import { testRule } from "../../support/rules.ts";

testRule(optionNotYet, [
  {
    name: "later",
    file: "registration_delete_grace_period = 1\n--^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: since Prosody 13.0\n",
    version: "0.12",
    fixes: ["Comment `registration_delete_grace_period` out (unsafe)"],
    fixed: "-- registration_delete_grace_period = 1\n",
    allFixed: "registration_delete_grace_period = 1\n",
  },
  {
    name: "on several lines",
    file: "a = 1\n\tcustom_roles = {\n\t--^^^^^^^^^^ information\n\t\tx = 1\n\t} -- why\nb = 1\n",
    version: "0.12",
    fixes: ["Comment `custom_roles` out (unsafe)"],
    fixed: "a = 1\n\t-- custom_roles = {\n\t\t-- x = 1\n\t-- } -- why\nb = 1\n",
  },
  {
    name: "beside something else",
    file: "a = 1; registration_delete_grace_period = 1\n--     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information\n",
    version: "0.12",
    fixes: ["Remove `registration_delete_grace_period` (unsafe)"],
    fixed: "a = 1; \n",
  },
  {
    name: "in braces",
    file: 'VirtualHost "x" {\n\tregistration_delete_grace_period = 1;\n\t--^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information\n\tb = 1\n}\n',
    version: "0.12",
    fixes: ["Comment `registration_delete_grace_period` out (unsafe)"],
    fixed: 'VirtualHost "x" {\n\t-- registration_delete_grace_period = 1;\n\tb = 1\n}\n',
  },
  { name: "read by the community module before", file: "push_max_errors = 5\nsmacks_hibernation_time = 5\n", version: "0.11" },
  { name: "now", file: "registration_delete_grace_period = 1\n" },
]);
