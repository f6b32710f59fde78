// Options where nothing reads them.

import { optionInWrongSection } from "../../../server/src/core/rules/lua/option-in-wrong-section.ts";
import { testRule } from "../../support/rules.ts";

testRule(optionInWrongSection, [
  {
    name: "moved to the component",
    file: 'modules_enabled = { "roster" }\nVirtualHost "a.example"\n\tmuc_room_locking = false\n --^^^^^^^^^^^^^^ warning: `muc` only\nComponent "r.a.example" "muc" -- rooms\n\tname = "R"\n',
    fixes: ["Move it to the `Component` that reads it (unsafe)", "Remove it, as it has no effect (unsafe)"],
    fixed:
      'modules_enabled = { "roster" }\nVirtualHost "a.example"\nComponent "r.a.example" "muc" -- rooms\n\tmuc_room_locking = false\n\tname = "R"\n',
  },
  {
    name: "in its place, where the module is missing",
    file: 'modules_enabled = { "roster"; "muc_mam" }\nVirtualHost "a.example"\nComponent "r.a.example" "muc"\n\tmuc_log_by_default = false\n --^^^^^^^^^^^^^^^^ warning: belongs here\n',
    fixes: ["Enable `muc_mam` on the `muc` component (unsafe)", "Remove it, as it has no effect (unsafe)"],
    fixed:
      'modules_enabled = { "roster"; "muc_mam" }\nVirtualHost "a.example"\nComponent "r.a.example" "muc"\n\tmodules_enabled = { "muc_mam" }\n\tmuc_log_by_default = false\n',
  },
  {
    name: "set there too",
    file: 'modules_enabled = { "roster" }\nVirtualHost "a.example"\n\tmuc_room_locking = false\n --^^^^^^^^^^^^^^ warning\nComponent "r.a.example" "muc"\n\tmuc_room_locking = true\n',
    fixes: ["Remove it, as it has no effect (unsafe)"],
    fixed: 'modules_enabled = { "roster" }\nVirtualHost "a.example"\nComponent "r.a.example" "muc"\n\tmuc_room_locking = true\n',
  },
  {
    name: "of another file",
    file: '--- p.lua\nmodules_enabled = { "roster" }\nInclude "a.lua"\nInclude "b.lua"\n--- a.lua\nVirtualHost "a.example"\n\tmuc_room_locking = false\n --^^^^^^^^^^^^^^ warning\n--- b.lua\nComponent "r.a.example" "muc"\n',
    fixes: ["Remove it, as it has no effect (unsafe)"],
  },
  {
    name: "under a component that takes over little",
    file: 'modules_enabled = { "mam" }\nVirtualHost "a.example"\nComponent "r.a.example" "muc"\narchive_expires_after = "1 year"\n--^^^^^^^^^^^^^^^^^^^ warning\n',
    fixes: ["Move it to the `VirtualHost` that reads it (unsafe)", "Remove it, as it has no effect (unsafe)"],
    fixed:
      'modules_enabled = { "mam" }\nVirtualHost "a.example"\n\tarchive_expires_after = "1 year"\nComponent "r.a.example" "muc"\n',
  },
  {
    name: "a module that is only disabled does not read it",
    file: 'modules_enabled = { "roster" }\nVirtualHost "a.example"\n\tmodules_enabled = { "mam" }\nVirtualHost "b.example"\n\tmodules_disabled = { "mam" }\n\tarchive_expires_after = "1 year"\n --^^^^^^^^^^^^^^^^^^^ warning: `mam` only\n',
    fixes: ["Move it to the `VirtualHost` that reads it (unsafe)", "Remove it, as it has no effect (unsafe)"],
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
