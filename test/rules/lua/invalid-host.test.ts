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
    name: "an address of a TURN server, with another port than the usual one",
    file: 'turn_external_host = "turns:turn.example:5349?transport=tcp" -- ours\n--                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning\n',
    fixes: ["Change to `turn.example` and set `turn_external_port` (unsafe)"],
    fixed: 'turn_external_host = "turn.example" -- ours\nturn_external_port = 5349\n',
  },
  {
    name: "the port is set, and stays; no port",
    file: 'turn_external_port = 3479\nturn_external_host = "turn:turn.example:5349"\n--                   ^^^^^^^^^^^^^^^^^^^^^^^^ warning\nVirtualHost "a.example"\nturn_external_host = "stun:stun.example"\n--                   ^^^^^^^^^^^^^^^^^^^ warning\n',
    fixes: ["Change to `turn.example` (unsafe)", "Change to `stun.example` (unsafe)"],
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
