// Second values.

import { droppedValue } from "../../../server/src/core/rules/lua/dropped-value.ts";
import { testRule } from "../../support/rules.ts";

testRule(droppedValue, [
  {
    name: "a list without braces",
    file: "c2s_ports = 5222, 5223\n--          ^^^^^^^^^^ warning: only the first value\n",
    fixes: ["Put the values into braces (unsafe)"],
    forced: "c2s_ports = { 5222, 5223 }\n",
  },
  {
    name: "a module among the arguments",
    file: 'Component("rooms.a.example", "muc")\n--                         ^^^^^^^ error: no module\n',
    fixes: ["Write it without parentheses (unsafe)"],
    forced: 'Component "rooms.a.example" "muc"\n',
  },
  {
    name: "two hosts",
    file: 'VirtualHost("a.example", "b.example")\n--                     ^^^^^^^^^^^^^ error: takes one argument\n',
  },
  {
    name: "a section behind a comma",
    file: 'allow_registration = false,\n--                        ^ warning: in the section that follows\nVirtualHost "a.example"\n',
    fixes: ["Remove the comma (unsafe)"],
    forced: 'allow_registration = false\nVirtualHost "a.example"\n',
  },
  { name: "two files", file: 'Include("a.lua", "b.lua")\n--             ^^^^^^^^^^ error: reads one file\n' },
  {
    name: "two lists",
    file: 'modules_enabled = { "tls" }\nmodules_enabled:append({ "mam" }, { "smacks" })\n--                              ^^^^^^^^^^^^^^^ warning: Only the first list\n',
  },
  {
    name: "as many values as names",
    file: 'log, c2s_ports = "x", { 5222 }\nmotd_text = ("x")\nComponent ("a.example") ("muc")\n',
  },
]);
