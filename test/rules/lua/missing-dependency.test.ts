// Modules whose helper is disabled.

import { missingDependency } from "../../../server/src/core/rules/lua/missing-dependency.ts";
import { testRule } from "../../support/rules.ts";

testRule(missingDependency, [
  {
    name: "of no use without it",
    file: 'modules_enabled = { "cloud_notify" }\nmodules_disabled = { "s2s" }\n--                   ^^^^^ warning: `cloud_notify` is of no use without `s2s`: it sends notifications\n',
    fixes: ["Remove `s2s` from the list (unsafe)"],
  },
  { name: "of use with it", file: 'modules_enabled = { "cloud_notify" }\nmodules_disabled = { "offline" }\n' },
  {
    name: "in one section",
    file: 'modules_enabled = { "bookmarks", "vcard4" }\nmodules_disabled = { "pep", "s2s" }\n--                   ^^^^^ warning: `bookmarks`, `vcard4` cannot load without `pep`\n',
    fixes: ["Remove `pep` from the list (unsafe)"],
    fixed: 'modules_enabled = { "bookmarks", "vcard4" }\nmodules_disabled = { "s2s" }\n',
  },
  {
    name: "enabled globally, disabled on a host",
    file: 'modules_enabled = { "vcard4" }\nVirtualHost "a.example"\nmodules_disabled = { "pep" }\n--                   ^^^^^ warning\n',
    fixes: ["Remove `pep` from the list (unsafe)"],
  },
  {
    name: "disabled globally, needed by a component",
    file: 'modules_disabled = { "disco" }\n--                   ^^^^^^^ warning: `muc`\nComponent "rooms.example.org" "muc"\n',
    fixes: ["Remove `disco` from the list (unsafe)"],
  },
  {
    name: "disabled as well",
    file: 'modules_enabled = { "vcard4" }\nVirtualHost "a.example"\nmodules_disabled = { "pep", "vcard4" }\n',
  },
  { name: "optional helpers", file: 'modules_enabled = { "register" }\nmodules_disabled = { "watchregistrations" }\n' },
  {
    name: "a module of the whole server does not mind a host",
    file: 'modules_enabled = { "bosh" }\nVirtualHost "a.example"\nmodules_disabled = { "http" }\n',
  },
  {
    name: "components take over little of the global list",
    file: 'modules_enabled = { "vcard4" }\nComponent "rooms.example.org" "muc"\nmodules_disabled = { "pep" }\n',
  },
  {
    name: "on another host",
    file: 'VirtualHost "a"\nmodules_enabled = { "vcard4" }\nVirtualHost "b"\nmodules_disabled = { "pep" }\n',
  },
]);
