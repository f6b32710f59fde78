// Options at the left edge.

import { looksGlobal } from "../../../server/src/core/rules/lua/looks-global.ts";
import { testRule } from "../../support/rules.ts";

testRule(looksGlobal, [
  {
    name: "indent it, or move it",
    file: 'VirtualHost "a"\n\nComponent "b" "muc"\n    name = "B"\n\nauthentication = "ldap"\n--^^^^^^^^^^^^ information: `Component`\n',
    fixes: ["Indent it, as it belongs to the host (unsafe)", "Move it to the global section (unsafe)"],
    fixed: 'VirtualHost "a"\n\nComponent "b" "muc"\n    name = "B"\n\n    authentication = "ldap"\n',
    allFixed: 'VirtualHost "a"\n\nComponent "b" "muc"\n    name = "B"\n\nauthentication = "ldap"\n',
  },
  { name: "one host", file: 'VirtualHost "a"\n\tname = "A"\n\nauthentication = "ldap"\n' },
  { name: "no order at all", file: 'VirtualHost "a"\nVirtualHost "b"\nstorage = "sql"\n\tname = "A"\nauthentication = "ldap"\n' },
  {
    name: "options of the server, and of components",
    file: 'VirtualHost "a"\nComponent "b" "muc"\n\tname = "B"\nlog = "x"\nmuc_room_locking = true\n',
  },
  {
    name: "what the program may leave out",
    file: 'VirtualHost "a"\nVirtualHost "b"\n\tname = "B"\nif ENV_LDAP then\nauthentication = "ldap"\nend\n',
  },
  { name: "in braces", file: 'VirtualHost "a"\nVirtualHost "b" {\n\tname = "A";\nauthentication = "ldap";\n}\n' },
]);
