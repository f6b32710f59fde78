// Addresses with a port.

import { addressWithPort } from "../../../server/src/core/rules/lua/address-with-port.ts";
import { testRule } from "../../support/rules.ts";

testRule(addressWithPort, [
  {
    name: "to listen on",
    file: 'http_interfaces = { "127.0.0.1:5280"; "[::1]:5280"; "*:80" }\n--                  ^^^^^^^^^^^^^^^^ warning: `ports`\n--                                    ^^^^^^^^^^^^ warning\n--                                                  ^^^^^^ warning\n',
    fixes: ["Change to `127.0.0.1` (unsafe)", "Change to `::1` (unsafe)", "Change to `*` (unsafe)"],
    fixed: 'http_interfaces = { "127.0.0.1"; "[::1]:5280"; "*:80" }\n',
  },
  {
    name: "to compare",
    file: 'trusted_proxies = "10.0.0.1:80"\n--                ^^^^^^^^^^^^^ warning: nobody\n',
    fixes: ["Change to `10.0.0.1` (unsafe)"],
    forced: 'trusted_proxies = "10.0.0.1"\n',
  },
  { name: "right", file: 'interfaces = { "127.0.0.1"; "::1"; "::1:80" }\nturn_external_host = "10.0.0.1:80"\n' },
]);
