// Names of providers.

import { unknownProvider } from "../../../server/src/core/rules/lua/unknown-provider.ts";
import { testRule } from "../../support/rules.ts";

testRule(unknownProvider, [
  {
    name: "the beginning of a name",
    file: 'authentication = "internal"\n--               ^^^^^^^^^^ error: nobody can log in. Did you mean `internal_hashed`\n',
    fixes: ["Change to `internal_hashed` (unsafe)"],
    fixed: 'authentication = "internal_hashed"\n',
  },
  {
    name: "with the module's prefix",
    file: "storage = { archive = 'storage_sql' }\n--                    ^^^^^^^^^^^^^ warning\n",
    fixes: ["Change to `sql` (unsafe)"],
    fixed: "storage = { archive = 'sql' }\n",
  },
  {
    name: "a database is none",
    file: 'storage = { accounts = "MySQL" }\n--                     ^^^^^^^ error: nothing is stored. Did you mean `sql`\n',
    fixes: ["Change to `sql` (unsafe)"],
    fixed: 'storage = { accounts = "sql" }\n',
  },
  { name: "misspelt", file: 'storage = "memry"\n--        ^^^^^^^ warning: `memory`\n', fixes: ["Change to `memory` (unsafe)"] },
  {
    name: "one's own",
    file: 'authentication = "jitsi-anonymous"\n--               ^^^^^^^^^^^^^^^^^ information: `auth_jitsi-anonymous`\n',
  },
  { name: "not yet", file: 'authentication = "ldap"\n', version: "0.11" },
  { name: "known", file: 'authentication = "ldap"\nstorage = { "internal" }\nVirtualHost "a"\nstorage = "null"\n' },
]);
