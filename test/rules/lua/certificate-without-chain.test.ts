// Certificates without the intermediate one.

import { certificateWithoutChain } from "../../../server/src/core/rules/lua/certificate-without-chain.ts";
import { testRule } from "../../support/rules.ts";

const acme = "/opt/.acme.sh/example.org";

testRule(certificateWithoutChain, [
  {
    name: "of one port",
    file: 'https_certificate = { [5281] = "/etc/letsencrypt/live/a.org/cert.pem" }\n--                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: intermediate\n',
    fixes: ["Change to `/etc/letsencrypt/live/a.org/fullchain.pem` (unsafe)"],
  },
  {
    name: "of acme.sh",
    file: `ssl = { certificate = "${acme}/example.org.cer"; key = "${acme}/example.org.key" }\n--                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning\n`,
    fixes: [`Change to \`${acme}/fullchain.cer\` (unsafe)`],
    fixed: `ssl = { certificate = "${acme}/fullchain.cer"; key = "${acme}/example.org.key" }\n`,
  },
  { name: "with it", file: `ssl = { certificate = "${acme}/fullchain.cer"; key = "a.key" }\n` },
  { name: "of an unknown maker", file: 'ssl = { certificate = "/etc/prosody/certs/cert.pem"; key = "a.key" }\n' },
  { name: "another file", file: 'ssl = { cafile = "/etc/letsencrypt/live/a.org/cert.pem" }\n' },
]);
