// Components and modules in each other's place.

import { componentModule } from "../../../server/src/core/rules/lua/component-module.ts";
import { testRule } from "../../support/rules.ts";

testRule(componentModule, [
  {
    name: "in the global list",
    file: 'modules_enabled = { "roster", "muc" }\n--                            ^^^^^ warning: Component\n',
    fixes: ["Remove it from the list (unsafe)"],
    fixed: 'modules_enabled = { "roster" }\n',
  },
  {
    name: "in the list of a host",
    file: 'VirtualHost "a"\nmodules_enabled = { "muc" }\n--                  ^^^^^ warning\n',
    fixes: ["Remove it from the list (unsafe)"],
  },
  { name: "a module as component", file: 'Component "x" "roster"\n--            ^^^^^^^^ information\n' },
  { name: "a provider as component", file: 'Component "x" "storage_sql"\n--            ^^^^^^^^^^^^^ warning\n' },
  {
    name: "where it may be",
    file: 'modules_enabled = { "pubsub", "http_file_share", "proxy65" }\nComponent "a" "muc"\nComponent "b" "http_files"\nComponent "c"\nmodules_enabled = { "muc" }\n',
  },
]);
