// Options that want the name of a host.

import { invalidHost } from "../../../server/src/core/rules/lua/invalid-host.ts";
import { testRule } from "../../support/rules.ts";

testRule(invalidHost, [
  {
    name: "with a port",
    file: 'turn_external_host = "turn.example:3478"\n--                   ^^^^^^^^^^^^^^^^^^^ warning: host name alone\n',
    fixes: ["Change to `turn.example` (unsafe)"],
    fixed: 'turn_external_host = "turn.example"\n',
  },
  {
    name: "a URL in a list of hosts and accounts",
    file: 'unlimited_jids = { "https://a.example/" }\n--                 ^^^^^^^^^^^^^^^^^^^^ warning\n',
    fixes: ["Change to `a.example` (unsafe)"],
    fixed: 'unlimited_jids = { "a.example" }\n',
  },
  {
    name: "an encoded name",
    file: 's2s_secure_domains = { "xn--bcher-kva.example" }\n--                     ^^^^^^^^^^^^^^^^^^^^^^^ warning: as people read them\n',
    fixes: ["Change to `bücher.example` (unsafe)"],
    forced: 's2s_secure_domains = { "bücher.example" }\n',
  },
  {
    name: "hosts and addresses",
    file: 'turn_external_host = "::1"\nunlimited_jids = { "a@b/c" }\ns2s_insecure_domains = { "b" }\n',
  },
  { name: "the web encodes its names", file: 'http_host = "xn--bcher-kva.example"\n' },
  { name: "still to come", file: 'http_host = "https://{{ host }}/"\nhttp_default_host = ""\n' },
]);
