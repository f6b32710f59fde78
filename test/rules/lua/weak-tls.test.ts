// Outdated TLS.

import { weakTls } from "../../../server/src/core/rules/lua/weak-tls.ts";
import { testRule } from "../../support/rules.ts";

testRule(weakTls, [
  {
    name: "broken versions",
    file: 'ssl = { protocol = "sslv3+", key = "x" }\n--                 ^^^^^^^^ warning: broken\n',
    fixes: ['Change to `"tlsv1_2+"` (unsafe)'],
    fixed: 'ssl = { protocol = "tlsv1_2+", key = "x" }\n',
  },
  {
    name: "outdated versions",
    file: 's2s_ssl = { protocol = "tlsv1_1+" }\n--                     ^^^^^^^^^^ information\n',
    fixes: ['Change to `"tlsv1_2+"` (unsafe)'],
  },
  {
    name: "outdated sets",
    file: 'tls_profile = "legacy"\n--            ^^^^^^^^ information\n',
    fixes: ['Change to `"intermediate"` (unsafe)'],
    fixed: 'tls_profile = "intermediate"\n',
  },
  {
    name: "ciphers",
    file: 'ssl = {\n\tciphers = "HIGH:RC4+RSA:@STRENGTH";\n--         ^^^^^^^^^^^^^^^^^^^^^^^^ warning\n\tkey = "x";\n}\n',
    fixes: ["Remove it (unsafe)"],
    fixed: 'ssl = {\n\tkey = "x";\n}\n',
  },
  {
    name: "shut out again",
    file: 'ssl = { ciphers = "EECDH+aRSA+RC4:RC4:!aNULL:!eNULL:!LOW:!EXP:!RC4"; protocol = "tlsv1_2+" }\nhttps_ssl = { ciphers = "HIGH+kEDH:-RC4:+RC4" }\n',
  },
]);
