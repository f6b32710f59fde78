// Services for everyone.

import { openToStrangers } from "../../../server/src/core/rules/lua/open-to-strangers.ts";
import { testRule } from "../../support/rules.ts";

testRule(openToStrangers, [
  {
    name: "of the host above, too",
    file: 'authentication = "anonymous"\nVirtualHost "a.example"\n\tallow_anonymous_s2s = true\n--                     ^^^^ warning\n',
    fixes: ["Change to `false` (unsafe)"],
    fixed: 'authentication = "anonymous"\nVirtualHost "a.example"\n\tallow_anonymous_s2s = false\n',
  },
  { name: "nobody is anonymous", file: 'allow_anonymous_s2s = true\nauthentication = "ldap"\n' },
  {
    name: "those who may are named",
    file: 'Component "a" "proxy65"\n\tproxy65_open_access = true\n\tproxy65_acl = { "b.example" }\n',
  },
]);
