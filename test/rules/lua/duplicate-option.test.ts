// The same option twice.

import { duplicateOption } from "../../../server/src/core/rules/lua/duplicate-option.ts";
import { testRule } from "../../support/rules.ts";

testRule(duplicateOption, [
  {
    name: "twice",
    file: 'log = "a" -- first\n--^ warning: line 3\nname = "x"\nlog = "b"\n',
    fixes: ["Remove this one, which does not count (unsafe)"],
    fixed: 'name = "x"\nlog = "b"\n',
  },
  {
    name: "three times",
    file: 'log = "a"\n--^ warning: line 3\nlog = "b"\n--^ warning\nlog = "c"\n',
    fixes: ["Remove this one, which does not count (unsafe)", "Remove this one, which does not count (unsafe)"],
  },
  {
    name: "in one host, in two places",
    file: 'VirtualHost "a"\nname = "x"\n--^^ warning\nVirtualHost "b"\nname = "x"\nVirtualHost "A"\nname = "y"\n',
    fixes: ["Remove this one, which does not count (unsafe)"],
  },
  {
    name: "in a table",
    file: 'VirtualHost "a" { name = "x", name = "y" }\n--                ^^^^ warning\n',
    fixes: ["Remove this one, which does not count (unsafe)"],
    fixed: 'VirtualHost "a" { name = "y" }\n',
  },
  { name: "the later one is computed", file: "admins = { }\nadmins = more(admins)\n" },
  { name: "one in each section, or perhaps", file: 'log = "a"\nVirtualHost "a"\nlog = "b"\nif x then log = "c" end\n' },
  { name: "appended", file: 'admins = { }\nadmins:append { "a@b" }\n' },
  { name: "in branches of a template", file: 'log = "a"\n--{{ else }}\nlog = "b"\n' },
]);
