// Options of the future.

import { optionNotYet } from "../../../server/src/core/rules/lua/option-not-yet.ts";
import { testRule } from "../../support/rules.ts";

testRule(optionNotYet, [
  {
    name: "later",
    file: "registration_delete_grace_period = 1\n--^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: since Prosody 13.0\n",
    version: "0.12",
  },
  { name: "read by the community module before", file: "push_max_errors = 5\nsmacks_hibernation_time = 5\n", version: "0.11" },
  { name: "now", file: "registration_delete_grace_period = 1\n" },
]);
