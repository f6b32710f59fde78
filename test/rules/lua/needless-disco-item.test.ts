// Components that are shown anyway.

import { needlessDiscoItem } from "../../../server/src/core/rules/lua/needless-disco-item.ts";
import { testRule } from "../../support/rules.ts";

testRule(needlessDiscoItem, [
  {
    name: "without and with a name",
    file: 'VirtualHost "a.example"\n\tdisco_items = {\n\t\t{ "R.a.example" };\n--  ^^^^^^^^^^^^^ hint\n\t\t{ "u.a.example", "Files" };\n--  ^^^^^^^^^^^^^ hint: `name`\n\t}\nComponent "r.a.example" "muc"\nComponent "u.a.example" "http_file_share"\n',
    fixes: ["Remove it from the list (safe)", "Remove it from the list (unsafe)"],
    allFixed:
      'VirtualHost "a.example"\n\tdisco_items = {\n\t\t{ "u.a.example", "Files" };\n\t}\nComponent "r.a.example" "muc"\nComponent "u.a.example" "http_file_share"\n',
  },
  {
    name: "elsewhere, deeper, off, for all hosts",
    file: 'disco_items = { { "r.a.example" } }\nVirtualHost "a.example"\n\tdisco_items = { { "x.y.a.example" }, { "b.example" }, { "off.a.example" } }\nComponent "r.a.example" "muc"\nComponent "x.y.a.example" "muc"\nComponent "b.example" "muc"\nComponent "off.a.example" "muc"\n\tenabled = false\n',
  },
]);
