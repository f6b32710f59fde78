// Words that were to be replaced.

import { placeholderLeft } from "../../../server/src/core/rules/lua/placeholder-left.ts";
import { testRule } from "../../support/rules.ts";

testRule(placeholderLeft, [
  {
    name: "texts",
    file: 'sql = { driver = "MySQL"; database = "XXXX"; host = "<your-host>" }\n--                                   ^^^^^^ warning: Write the real one\n--                                                  ^^^^^^^^^^^^^ warning\n',
  },
  {
    name: "hosts",
    file: 'VirtualHost "your-domain.com"\n--          ^^^^^^^^^^^^^^^^^ warning: domain to come\nComponent "muc.domain.tld" "muc"\n--        ^^^^^^^^^^^^^^^^ warning\n',
  },
  {
    name: "real ones",
    file: 'VirtualHost "example.com"\nmotd_text = "Please change me to what you like"\nname = "{{ todo }}"\n',
  },
  { name: "secrets", file: 'Component "x.y"\ncomponent_secret = "changeme"\n' },
]);
