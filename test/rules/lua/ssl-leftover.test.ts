// One certificate for all.

import { sslLeftover } from "../../../server/src/core/rules/lua/ssl-leftover.ts";
import { testRule } from "../../support/rules.ts";

const HOSTS = 'VirtualHost "a"\nVirtualHost "b"\n';

testRule(sslLeftover, [
  {
    name: "nothing else in it",
    file: `ssl = {\n--^ information\n\tkey = "x";\n\tcertificate = "y";\n}\n${HOSTS}`,
    fixes: ["Remove it, and let Prosody find the certificates (unsafe)"],
    fixed: HOSTS,
  },
  {
    name: "with settings of TLS",
    file: `ssl = { key = "x", certificate = "y", protocol = "tlsv1_3+" }\n--^ information\n${HOSTS}`,
    fixes: ["Remove it, and let Prosody find the certificates (unsafe)"],
    fixed: `ssl = { protocol = "tlsv1_3+" }\n${HOSTS}`,
  },
  { name: "for one host", file: 'ssl = { key = "x", certificate = "y" }\nVirtualHost "a"\n' },
  { name: "under a host", file: 'VirtualHost "a"\nssl = { key = "x", certificate = "y" }\nVirtualHost "b"\n' },
  { name: "settings of TLS alone", file: `ssl = { protocol = "tlsv1_3+" }\n${HOSTS}` },
]);
