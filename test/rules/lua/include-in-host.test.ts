// Files that seem to be a part of a host.

import { includeInHost } from "../../../server/src/core/rules/lua/include-in-host.ts";
import { testRule } from "../../support/rules.ts";

testRule(includeInHost, [
  {
    name: "above the first host",
    file: '--- p.lua\n-- ours\nVirtualHost "a"\n\tenabled = true\n\tInclude "o.lua"\n --^^^^^^^^^^^^^ information\nVirtualHost "b"\n--- o.lua\nauthentication = "ldap"\n',
    fixes: ["Move it above the first host, which is what it means (unsafe)"],
    fixed:
      '--- p.lua\nInclude "o.lua"\n\n-- ours\nVirtualHost "a"\n\tenabled = true\nVirtualHost "b"\n--- o.lua\nauthentication = "ldap"\n',
  },
  { name: "at the edge", file: '--- p.lua\nVirtualHost "a"\nInclude "o.lua"\n--- o.lua\nauthentication = "ldap"\n' },
  { name: "options of the server", file: '--- p.lua\nVirtualHost "a"\n\tInclude "o.lua"\n--- o.lua\nlog = "x"\n' },
  {
    name: "with hosts",
    file: '--- p.lua\nVirtualHost "a"\n\tInclude "o.lua"\n--- o.lua\nVirtualHost "b"\nauthentication = "ldap"\n',
  },
  { name: "nobody knows", file: 'VirtualHost "a"\n\tInclude "o.lua"\n' },
]);
