// Bad ways to check passwords.

import { authenticationInsecure } from "../../../server/src/core/rules/lua/authentication-insecure.ts";
import { testRule } from "../../support/rules.ts";

testRule(authenticationInsecure, [
  {
    name: "plain text",
    file: "authentication = 'internal_plain'\n--               ^^^^^^^^^^^^^^^^ information: plain text\n",
    fixes: ['Change to `"internal_hashed"` (unsafe)'],
    fixed: "authentication = 'internal_hashed'\n",
  },
  {
    name: "everybody",
    file: 'VirtualHost "a"\nauthentication = "insecure"\n--               ^^^^^^^^^^ warning\ninsecure_open_authentication = "Yes please, I know what I\'m doing!"\n',
    fixes: ['Change to `"internal_hashed"` (unsafe)'],
  },
  { name: "nobody, as nothing confirms it", file: 'VirtualHost "a"\nauthentication = "insecure"\n' },
  {
    name: "nobody, as it is confirmed in other words",
    file: 'VirtualHost "a"\nauthentication = "insecure"\ninsecure_open_authentication = "yes"\n',
  },
  {
    name: "a computed one is not changed",
    file: 'local a = "internal_plain"\nauthentication = a\n--               ^ information\n',
  },
  { name: "good ones", file: 'authentication = "internal_hashed"\nVirtualHost "a"\nauthentication = "anonymous"\n' },
]);
