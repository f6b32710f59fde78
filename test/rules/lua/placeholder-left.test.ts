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
    file: 'VirtualHost "your-domain.com"\n--          ^^^^^^^^^^^^^^^^^ warning: placeholder\nComponent "muc.domain.tld" "muc"\n--        ^^^^^^^^^^^^^^^^ warning\n',
  },
  {
    name: "signs of scripts and templates",
    file: 'VirtualHost "$XMPP_HOST"\n--          ^^^^^^^^^^^^ warning\nComponent "upload.${NAME}" "http_file_share"\n--        ^^^^^^^^^^^^^^^^ warning\nVirtualHost "%HOST%"\n--          ^^^^^^^^ warning\nVirtualHost "__DOMAIN__"\n--          ^^^^^^^^^^^^ warning\nVirtualHost "<a-domain>"\n--          ^^^^^^^^^^^^ warning\nVirtualHost "xmpp.YOUR_DOMAIN"\n--          ^^^^^^^^^^^^^^^^^^ warning\n',
  },
  {
    name: "one note for a template",
    file: 'VirtualHost "{{ host }}"\n--          ^^^^^^^^^^^^ information: placeholder\nComponent "rooms.{{ host }}" "muc"\n',
  },
  {
    name: "once for each placeholder",
    file: 'VirtualHost "a.__DOMAIN__"\n--          ^^^^^^^^^^^^^^ warning\nComponent "rooms.__DOMAIN__" "muc"\nVirtualHost "a.__OTHER__"\n--          ^^^^^^^^^^^^^ warning\n',
  },
  {
    name: "real ones",
    file: 'VirtualHost "example.com"\nVirtualHost "Mydomains.org"\nComponent "host.example.com" "muc"\nmotd_text = "Please change me to what you like"\nname = "{{ todo }}"\n',
  },
  { name: "secrets", file: 'Component "x.y"\ncomponent_secret = "changeme"\n' },
]);
