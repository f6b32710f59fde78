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
  {
    name: "two lists of modules are merged, and none is removed",
    file: 'modules_enabled = { "roster"; "tls" }\n--^^^^^^^^^^^^^ warning: only that list counts\nmodules_enabled = { "tls", "smacks" }\nname = "x"\n',
    fixes: ["Merge both lists into this one (unsafe)"],
    fixed: 'modules_enabled = { "roster"; "tls"; "smacks" }\nname = "x"\n',
  },
  {
    name: "lists over several lines, with comments",
    file: 'modules_enabled = {\n--^^^^^^^^^^^^^ warning\n\t"roster"; -- a\n\t"tls" -- b\n}\nmodules_enabled = {\n\t"tls";\n\t"smacks"; -- c\n\t-- "mam";\n}\n',
    fixes: ["Merge both lists into this one (unsafe)"],
    fixed: 'modules_enabled = {\n\t"roster"; -- a\n\t"tls"; -- b\n\t"smacks"; -- c\n\t-- "mam";\n}\n',
  },
  {
    name: "a long one into a short one, into an empty one, one that brings nothing",
    file: 'modules_enabled = { "roster"; }\n--^^^^^^^^^^^^^ warning\nmodules_enabled = { "tls"; -- c\n"smacks" }\nVirtualHost "a"\nmodules_enabled = { }\n--^^^^^^^^^^^^^ warning\nmodules_enabled = { "mam" }\nVirtualHost "b"\nadmins = { "a@b", "c@d" }\n--^^^^ warning\nadmins = { "c@d" }\n',
    fixes: [
      "Merge both lists into this one (unsafe)",
      "Merge both lists into this one (unsafe)",
      "Merge both lists into this one (unsafe)",
      "Remove this one, which does not count (unsafe)",
    ],
    forced:
      'modules_enabled = { "roster";\n"tls"; -- c\n"smacks"\n}\nVirtualHost "a"\nmodules_enabled = { "mam" }\nVirtualHost "b"\nadmins = { "a@b", "c@d" }\n',
  },
  {
    name: "a list with a computed item",
    file: 'local x = "tls"\nmodules_enabled = { "roster", x }\n--^^^^^^^^^^^^^ warning\nmodules_enabled = { "tls" }\n',
  },
  { name: "the later one is computed", file: "admins = { }\nadmins = more(admins)\n" },
  { name: "one in each section, or perhaps", file: 'log = "a"\nVirtualHost "a"\nlog = "b"\nif x then log = "c" end\n' },
  { name: "appended", file: 'admins = { }\nadmins:append { "a@b" }\n' },
  { name: "in branches of a template", file: 'log = "a"\n--{{ else }}\nlog = "b"\n' },
  {
    name: "one host in two files",
    file: '--- p.lua\nmodules_enabled = { "roster" }\nInclude "a.lua"\nInclude "b.lua"\n--- a.lua\nVirtualHost "a"\nmodules_enabled = { "mam" }\n--^^^^^^^^^^^^^ warning: set again in `b.lua`\nadmins = { "x@a" }\n--^^^^ information\n--- b.lua\nVirtualHost "a"\nmodules_enabled = { "ping" }\nadmins = { "y@a" }\n',
  },
  {
    name: "the main file, before and after its Include",
    file: '--- p.lua\nmodules_enabled = { "roster" }\n--^^^^^^^^^^^^^ warning: set again in `a.lua`\nInclude "a.lua"\nlog = "x"\n--- a.lua\nmodules_enabled = { "mam" }\nlog = "y"\n',
  },
  {
    name: "the same value, another host, and what is computed",
    file: '--- p.lua\nInclude "a.lua"\nInclude "b.lua"\n--- a.lua\nplugin_paths = { "/a" }\nlog = "x"\nVirtualHost "a"\nmodules_enabled = { "mam" }\n--- b.lua\nplugin_paths = { "/a" }\nlog = f()\nVirtualHost "b"\nmodules_enabled = { "ping" }\n',
  },
]);
