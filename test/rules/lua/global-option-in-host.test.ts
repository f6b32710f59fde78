// Options of the whole server under a host.

import { globalOptionInHost } from "../../../server/src/core/rules/lua/global-option-in-host.ts";
import { expect, test } from "vitest";
import { check } from "../../../server/src/core/rules/check.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { schemaFor } from "../../support/knowledge.ts";
import { analyseLua } from "../../support/ruleProject.ts";
import { testRule } from "../../support/rules.ts";

testRule(globalOptionInHost, [
  {
    name: "moved with its comments",
    file: 'admins = { }\n\n-- The host\nVirtualHost "x"\n\tenabled = true\n\t-- Ports\n\t-- for clients\n\tc2s_ports = {\n --^^^^^^^ warning\n\t\t5222;\n\t} -- end\n\n\tname = "x"\n',
    fixes: ["Move it to the global section (unsafe)"],
    fixed:
      'admins = { }\n\n-- Ports\n-- for clients\nc2s_ports = {\n\t5222;\n} -- end\n\n-- The host\nVirtualHost "x"\n\tenabled = true\n\n\tname = "x"\n',
  },
  {
    name: "out of a table",
    file: 'VirtualHost "x" { log = "a.log"; enabled = true }\n--                ^^^ warning: under this `VirtualHost`\n',
    fixes: ["Move it to the global section (unsafe)"],
    fixed: 'log = "a.log"\n\nVirtualHost "x" { enabled = true }\n',
  },
  {
    name: "under a component, below another host",
    file: 'VirtualHost "a"\nComponent "b" "muc"\nc2s_ports = { 1 }\n--^^^^^^^ warning: `Component`\n',
    fixes: ["Move it to the global section (unsafe)"],
    fixed: 'c2s_ports = { 1 }\n\nVirtualHost "a"\nComponent "b" "muc"\n',
  },
  {
    name: "already set: not without asking",
    file: 'log = "b"\nVirtualHost "a"\nlog = "a"\n--^ warning\n',
    fixes: ["Move it to the global section (unsafe)"],
    allFixed: 'log = "b"\nVirtualHost "a"\nlog = "a"\n',
  },
  { name: "a computed value stays", file: 'VirtualHost "a"\nlocal p = 5222\nc2s_ports = { p }\n--^^^^^^^ warning\n' },
  {
    name: "read in both places",
    file: 'VirtualHost "a"\ns2s_secure_auth = true\n--^^^^^^^^^^^^^ warning: `prosodyctl check config`\n',
    fixes: ["Move it to the global section (unsafe)"],
  },
  { name: "a section that may not be", file: 'if x then\nVirtualHost "a"\nlog = "a"\nend\n' },
  { name: "above the hosts, and behind a table", file: 'c2s_ports = { 1 }\nVirtualHost "a" { enabled = true }\nlog = "x"\n' },
  { name: "options of hosts", file: 'VirtualHost "a"\nmodules_enabled = { }\nssl = { }\nadmins = { }\n' },
  {
    name: "the main file is another one",
    file: '--- p.lua\nadmins = { }\n\n-- hosts\nVirtualHost "b"\nInclude "a.lua"\n--- a.lua\nVirtualHost "a"\n\tlog = "x"\n --^ warning\n',
    fixes: ["Move it to the global section (unsafe)", "Move it to the global section of `p.lua` (unsafe)"],
    fixed: '--- p.lua\nadmins = { }\n\n-- hosts\nVirtualHost "b"\nInclude "a.lua"\n--- a.lua\nlog = "x"\n\nVirtualHost "a"\n',
  },
  {
    name: "the main file has no host",
    file: '--- p.lua\nInclude "a.lua"\n--- a.lua\nVirtualHost "a"\n\tlog = "x"\n --^ warning\n',
    fixes: ["Move it to the global section (unsafe)", "Move it to the global section of `p.lua` (unsafe)"],
    forced: '--- p.lua\nInclude "a.lua"\n--- a.lua\nlog = "x"\n\nVirtualHost "a"\n',
  },
]);

test.each([
  ['Include "a.lua"', 'Include "a.lua"\nlog = "x"\n'],
  ['Include "a.lua"\n', 'Include "a.lua"\nlog = "x"\n'],
  ["", 'log = "x"\n'],
  ["a = 1\r\n\r\nb = 2", 'a = 1\r\n\r\nb = 2\r\nlog = "x"\r\n'],
  ['-- hosts\nVirtualHost "b"', 'log = "x"\n\n-- hosts\nVirtualHost "b"'],
  ['a = 1\r\nVirtualHost "b"', 'a = 1\r\nlog = "x"\r\n\r\nVirtualHost "b"'],
])("the main file %j gets it on a line of its own", (main, after) => {
  const part = analyseLua('VirtualHost "a"\nlog = "x"\n');
  const files = [
    { path: "/p.lua", name: "p.lua", text: main, file: analyseLua(main).file },
    { path: "/a.lua", name: "a.lua", text: part.text, file: part.file },
  ];
  const project = { path: "/a.lua", files, complete: true, matches: () => ["/a.lua"] };
  const [finding] = check(part, schemaFor(), { rules: [globalOptionInHost], project });
  const other = finding?.fixes?.()[1]?.others?.[0];
  expect(other?.path).toBe("/p.lua");
  expect(applyEdits(main, other?.edits ?? [])).toBe(after);
});
