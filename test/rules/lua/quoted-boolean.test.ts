// Booleans in quotes.

import { quotedBoolean } from "../../../server/src/core/rules/lua/quoted-boolean.ts";
import { testRule } from "../../support/rules.ts";

testRule(quotedBoolean, [
  {
    name: "read as it is",
    file: 'VirtualHost "x"\nenabled = "false"\n--        ^^^^^^^ warning: counts as true\n',
    fixes: ["Take the quotes away (safe)"],
    allFixed: 'VirtualHost "x"\nenabled = false\n',
  },
  {
    name: "converted",
    file: 'allow_registration = "true"\n--                   ^^^^^^ hint: understands\n',
    fixes: ["Take the quotes away (safe)"],
    allFixed: "allow_registration = true\n",
  },
  {
    name: "in a table",
    file: 'unbound = { async = "false" }\n--                  ^^^^^^^ warning\n',
    fixes: ["Take the quotes away (safe)"],
    allFixed: "unbound = { async = false }\n",
  },
  { name: "texts", file: 'motd_text = "true"\nname = "false"\nallow_registration = "yes"\nown_option = "true"\n' },
]);
