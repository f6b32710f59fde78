// Texts without the form that is wanted.

import { wrongForm } from "../../../server/src/core/rules/lua/wrong-form.ts";
import { testRule } from "../../support/rules.ts";

testRule(wrongForm, [
  { name: "a pattern", file: 'umask = "999"\n--      ^^^^^ warning\n' },
  { name: "a text beside choices", file: 'statistics = "graphite"\n--           ^^^^^^^^^^ warning: `"statsd"`\n' },
  { name: "one of the choices", file: 'statistics = "statsd"\n' },
  { name: "a library", file: 'statistics = ":util.x"\n' },
  { name: "still to come", file: 'umask = ""\nlog = { { levels = { min = "{{ level }}" } } }\n' },
]);
