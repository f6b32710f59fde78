// Texts without the form that is wanted.

import { wrongForm } from "../../../server/src/core/rules/lua/wrong-form.ts";
import { testRule } from "../../support/rules.ts";

testRule(wrongForm, [
  {
    name: "a URL without scheme",
    file: 'http_external_url = "a.example:5281/x"\n--                  ^^^^^^^^^^^^^^^^^^ warning: scheme\n',
    fixed: 'http_external_url = "https://a.example:5281/x"\n',
  },
  { name: "URLs", file: 'http_external_url = "https://[::1]:5281"\ncontact_info = { admin = { "xmpp:a@b", "mailto:a@b" } }\n' },
  {
    name: "a host name with more",
    file: 'turn_external_host = "turn.example:3478"\n--                   ^^^^^^^^^^^^^^^^^^^ warning: host name alone\n',
    fixed: 'turn_external_host = "turn.example"\n',
  },
  {
    name: "hosts and addresses",
    file: 'turn_external_host = "::1"\nunlimited_jids = { "a@b/c" }\ns2s_insecure_domains = { "b" }\n',
  },
  { name: "a pattern", file: 'umask = "999"\n--      ^^^^^ warning\n' },
  { name: "a text beside choices", file: 'statistics = "graphite"\n--           ^^^^^^^^^^ warning: `"statsd"`\n' },
  { name: "one of the choices", file: 'statistics = "statsd"\n' },
  { name: "a library", file: 'statistics = ":util.x"\n' },
  { name: "still to come", file: 'http_external_url = ""\nhttp_host = "https://{{ host }}/"\n' },
]);
