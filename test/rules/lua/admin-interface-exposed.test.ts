// Local services for everyone.

import { adminInterfaceExposed } from "../../../server/src/core/rules/lua/admin-interface-exposed.ts";
import { testRule } from "../../support/rules.ts";

testRule(adminInterfaceExposed, [
  {
    name: "components",
    file: 'component_interfaces = { "*" }\n--                       ^^^ information: secret\n',
    fixes: ['Change to `"127.0.0.1"` (unsafe)'],
    fixed: 'component_interfaces = { "127.0.0.1" }\n',
  },
  {
    name: "the console",
    file: 'console_interfaces = "0.0.0.0"\n--                   ^^^^^^^^^ warning: no password\n',
    fixes: ['Change to `"127.0.0.1"` (unsafe)'],
    fixed: 'console_interfaces = "127.0.0.1"\n',
  },
  {
    name: "besides this machine",
    file: 'local_interfaces = { "127.0.0.1", "::" }\n--                                ^^^^ warning\n',
    fixes: ["Remove it (unsafe)"],
    fixed: 'local_interfaces = { "127.0.0.1" }\n',
  },
  {
    name: "where nothing listens",
    file: 'modules_enabled = { "disco" }\nconsole_interfaces = "*"\nVirtualHost "a"\n',
  },
  { name: "elsewhere", file: 'component_interfaces = { "127.0.0.1", "10.0.0.1" }\nc2s_interfaces = { "*" }\n' },
]);
