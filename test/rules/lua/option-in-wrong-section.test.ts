// Options where nothing reads them.

import { optionInWrongSection } from "../../../server/src/core/rules/lua/option-in-wrong-section.ts";
import { testRule } from "../../support/rules.ts";

testRule(optionInWrongSection, [
  {
    name: "moved to the component",
    file: 'modules_enabled = { "roster" }\nVirtualHost "a.example"\n\tmuc_room_locking = false\n --^^^^^^^^^^^^^^ warning: `muc` only\nComponent "r.a.example" "muc" -- rooms\n\tname = "R"\n',
    fixed:
      'modules_enabled = { "roster" }\nVirtualHost "a.example"\nComponent "r.a.example" "muc" -- rooms\n\tmuc_room_locking = false\n\tname = "R"\n',
  },
  {
    name: "set there too",
    file: 'modules_enabled = { "roster" }\nVirtualHost "a.example"\n\tmuc_room_locking = false\n --^^^^^^^^^^^^^^\nComponent "r.a.example" "muc"\n\tmuc_room_locking = true\n',
    fixed: 'modules_enabled = { "roster" }\nVirtualHost "a.example"\nComponent "r.a.example" "muc"\n\tmuc_room_locking = true\n',
  },
  {
    name: "of another file",
    file: '--- p.lua\nmodules_enabled = { "roster" }\nInclude "a.lua"\nInclude "b.lua"\n--- a.lua\nVirtualHost "a.example"\n\tmuc_room_locking = false\n --^^^^^^^^^^^^^^\n--- b.lua\nComponent "r.a.example" "muc"\n',
  },
  {
    name: "under a component that takes over little",
    file: 'modules_enabled = { "mam" }\nVirtualHost "a.example"\nComponent "r.a.example" "muc"\narchive_expires_after = "1 year"\n--^^^^^^^^^^^^^^^^^^^ warning\n',
    fixed:
      'modules_enabled = { "mam" }\nVirtualHost "a.example"\n\tarchive_expires_after = "1 year"\nComponent "r.a.example" "muc"\n',
  },
  {
    name: "a module of one's own may read it",
    file: 'modules_enabled = { "roster" }\nVirtualHost "a.example"\n\tmodules_enabled = { "xyz_own" }\n\tmuc_room_locking = false\nComponent "r.a.example" "muc"\n',
  },
  {
    name: "read everywhere, read by the core, read by what is loaded once for all",
    file: 'modules_enabled = { "roster"; "bosh" }\nVirtualHost "a.example"\nComponent "r.a.example" "muc"\n\tname = "x"\n\tadmins = { "a@a.example" }\n\tstorage = "memory"\n\thttp_host = "a.example"\n\tssl = { }\n\tc2s_require_encryption = true\n',
  },
  { name: "a part", file: 'VirtualHost "a.example"\n\tmuc_room_locking = false\nComponent "r.a.example" "muc"\n' },
]);
