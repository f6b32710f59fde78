// Texts without the form that is wanted.

import { wrongForm } from "../../../server/src/core/rules/lua/wrong-form.ts";
import { testRule } from "../../support/rules.ts";

testRule(wrongForm, [
  {
    name: "a path without its beginning",
    file: 'http_paths = { bosh = "http-bind" }\n--                    ^^^^^^^^^^^ warning: `/path`\n',
    fixes: ["Change to `/http-bind` (unsafe)"],
    fixed: 'http_paths = { bosh = "/http-bind" }\n',
  },
  {
    name: "ciphers that nobody knows",
    file: 'ssl = { ciphers = "modern"; ciphersuites = "AES256" }\n--                ^^^^^^^^ error: no encrypted connection works\n--                                         ^^^^^^^^ error\n',
  },
  {
    name: "ciphers of OpenSSL",
    file: 'ssl = { ciphers = "HIGH+kEDH:HIGH+kEECDH:!aNULL"; ciphersuites = "TLS_AES_256_GCM_SHA384" }\n',
  },
  {
    name: "a curve that nobody knows",
    file: 'ssl = { curveslist = { "X25519"; "curvy" } }\n--                               ^^^^^^^ error\n',
  },
  { name: "a filter that asks for no user", file: 'ldap_filter = "(uid=%u)"\n--            ^^^^^^^^^^ warning: `(uid=$user)`\n' },
  { name: "a server with a scheme", file: 'ldap_server = "ldap://a.org"\n--            ^^^^^^^^^^^^^^ warning\n' },
  { name: "a pattern", file: 'umask = "999"\n--      ^^^^^ warning\n' },
  { name: "a text beside choices", file: 'statistics = "graphite"\n--           ^^^^^^^^^^ warning: `"statsd"`\n' },
  { name: "one of the choices", file: 'statistics = "statsd"\n' },
  { name: "a library", file: 'statistics = ":util.x"\n' },
  { name: "still to come", file: 'umask = ""\nlog = { { levels = { min = "{{ level }}" } } }\n' },
]);
