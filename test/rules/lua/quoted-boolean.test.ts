// Booleans in quotes.

import { quotedBoolean } from "../../../server/src/core/rules/lua/quoted-boolean.ts";
import { testRule } from "../../support/rules.ts";

testRule(quotedBoolean, [
  {
    name: "read as it is",
    file: 'VirtualHost "x"\nenabled = "false"\n--        ^^^^^^^ warning: counts as true\n',
    allFixed: 'VirtualHost "x"\nenabled = false\n',
  },
  {
    name: "converted",
    file: 'allow_registration = "true"\n--                   ^^^^^^ hint: understands\n',
    allFixed: "allow_registration = true\n",
  },
  {
    name: "in a table",
    file: 'unbound = { async = "false" }\n--                  ^^^^^^^ warning\n',
    allFixed: "unbound = { async = false }\n",
  },
  { name: "texts", file: 'motd_text = "true"\nname = "false"\nallow_registration = "yes"\nown_option = "true"\n' },
]);
