// Modules that exclude each other.

import { conflictingModules } from "../../../server/src/core/rules/lua/conflicting-modules.ts";
import { testRule } from "../../support/rules.ts";

testRule(conflictingModules, [
  {
    name: "in one list",
    file: 'modules_enabled = { "vcard", "vcard_legacy" }\n--                  ^^^^^^^ warning: Keep `vcard_legacy`\n',
    fixes: ["Remove `vcard` (unsafe)"],
    fixed: 'modules_enabled = { "vcard_legacy" }\n',
  },
  {
    name: "the global list and a host",
    file: 'modules_enabled = { "vcard_legacy" }\nVirtualHost "a"\nmodules_enabled = { "vcard" }\n--                  ^^^^^^^ warning\n',
    fixes: ["Remove `vcard` (unsafe)"],
  },
  {
    name: "on two hosts",
    file: 'VirtualHost "a"\nmodules_enabled = { "vcard" }\nVirtualHost "b"\nmodules_enabled = { "vcard_legacy" }\n',
  },
  {
    name: "components have their own",
    file: 'modules_enabled = { "vcard_legacy" }\nComponent "a" "muc"\nmodules_enabled = { "vcard" }\n',
  },
  { name: "switched off", file: 'modules_enabled = { "vcard", "vcard_legacy" }\nmodules_disabled = { "vcard" }\n' },
]);
