// Providers in the list of modules.

import { providerInModules } from "../../../server/src/core/rules/lua/provider-in-modules.ts";
import { testRule } from "../../support/rules.ts";

testRule(providerInModules, [
  {
    name: "set the option instead",
    file: 'modules_enabled = {\n\t"roster";\n\t"auth_ldap"; -- LDAP\n --^^^^^^^^^ warning: `authentication = "ldap"`\n}\n',
    fixes: ["Set `authentication` instead (unsafe)", "Remove it from the list (unsafe)"],
    fixed: 'authentication = "ldap"\nmodules_enabled = {\n\t"roster";\n}\n',
  },
  {
    name: "the option is set",
    file: 'authentication = "ldap"\nmodules_enabled = { "roster", "auth_ldap" }\n--                            ^^^^^^^^^^^ warning\n',
    fixes: ["Remove it from the list (unsafe)"],
    fixed: 'authentication = "ldap"\nmodules_enabled = { "roster" }\n',
  },
  { name: "as it should be", file: 'modules_enabled = { "roster" }\nstorage = "sql"\nmodules_disabled = { "auth_x" }\n' },
]);
