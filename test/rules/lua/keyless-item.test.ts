// Items without a key among values that have names.

import { keylessItem } from "../../../server/src/core/rules/lua/keyless-item.ts";
import { testRule } from "../../support/rules.ts";

testRule(keylessItem, [
  {
    name: "alone, for all",
    file: 'storage = { "memory" }\n--          ^^^^^^^^ warning: without a key is ignored\n',
    fixes: ["Take it for all, without braces (unsafe)"],
    fixed: 'storage = "memory"\n',
  },
  {
    name: "beside named values",
    file: 'http_paths = { bosh = "/b", "/c" }\n--                          ^^^^ warning\n',
    fixes: ["Remove it (unsafe)"],
    fixed: 'http_paths = { bosh = "/b" }\n',
  },
  {
    name: "where a single value cannot stand",
    file: 'http_paths = { "/c" }\n--             ^^^^ warning\n',
  },
  { name: "a hole of a template", file: "storage = { driver }\nhttp_paths = {{ paths }}\n" },
  {
    name: "a table that takes both",
    file: 'log = { info = "a.log"; "*syslog" }\nssl = { options = { "no_ticket"; no_sslv3 = true } }\n',
  },
]);
