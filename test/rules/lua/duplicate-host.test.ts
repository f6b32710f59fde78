// The same name twice.

import { duplicateHost } from "../../../server/src/core/rules/lua/duplicate-host.ts";
import { testRule } from "../../support/rules.ts";

testRule(duplicateHost, [
  {
    name: "a host and a component",
    file: 'VirtualHost "a.example"\nComponent "A.example" "muc"\n--        ^^^^^^^^^^^ error: line 1\n',
    fixes: ["Change to `muc.A.example` (unsafe)"],
    fixed: 'VirtualHost "a.example"\nComponent "muc.A.example" "muc"\n',
  },
  {
    name: "a component and a host",
    file: 'Component "a.example" "muc"\nVirtualHost "a.example"\n--          ^^^^^^^^^^^ error: cannot be a `VirtualHost` too\n',
  },
  { name: "a host twice", file: 'VirtualHost "a"\nVirtualHost "a"\n--          ^^^ information: one host\n' },
  {
    name: "a component twice",
    file: 'Component "a" "muc"\nComponent "a" "muc"\n--        ^^^ information\nComponent "a" "pubsub"\n--        ^^^ warning\n',
    fixes: ["Change to `pubsub.a` (unsafe)"],
  },
  {
    name: "computed or not certain",
    file: 'VirtualHost(ENV_X)\nVirtualHost(ENV_X)\nVirtualHost "a"\nif x then VirtualHost "a" end\n',
  },
  {
    name: "in two files",
    file: '--- p.lua\nVirtualHost "a"\nComponent "b" "muc"\nInclude "a.lua"\n--- a.lua\nComponent "a" "muc"\n--        ^^^ error: in `p.lua`\nComponent "b" "pubsub"\n--        ^^^ warning\nVirtualHost "c"\n',
    fixes: ["Change to `muc.a` (unsafe)", "Change to `pubsub.b` (unsafe)"],
  },
  { name: "a host in two files", file: '--- p.lua\nVirtualHost "a"\nInclude "a.lua"\n--- a.lua\nVirtualHost "a"\n' },
]);
