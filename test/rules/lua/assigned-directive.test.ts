// Directives with an equals sign.

import { assignedDirective } from "../../../server/src/core/rules/lua/assigned-directive.ts";
import { testRule } from "../../support/rules.ts";

testRule(assignedDirective, [
  {
    name: "a host",
    file: 'VirtualHost = "example.org"\n--^^^^^^^^^ error: no host\n',
    fixes: ['Write `VirtualHost "…"` (unsafe)'],
    fixed: 'VirtualHost "example.org"\n',
  },
  {
    name: "a component",
    file: "Component='x' \n--^^^^^^^ error\n",
    fixes: ['Write `Component "…"` (unsafe)'],
    fixed: "Component 'x' \n",
  },
  {
    name: "an include",
    file: 'Include = "conf.d/*.cfg.lua"\n--^^^^^ error: no file\n',
    fixes: ['Write `Include "…"` (unsafe)'],
    fixed: 'Include "conf.d/*.cfg.lua"\n',
  },
  {
    name: "an alias",
    file: 'host = "x"\n--^^ warning\n',
    fixes: ['Write `VirtualHost "…"` (unsafe)'],
    fixed: 'VirtualHost "x"\n',
  },
  { name: "something else than a name", file: "VirtualHost = { }\n--^^^^^^^^^ error\n" },
  { name: "as it should be", file: 'VirtualHost "x"\nComponent "y" "muc"\n' },
]);
