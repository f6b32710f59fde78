// Accounts for everybody.

import { openRegistration } from "../../../server/src/core/rules/lua/open-registration.ts";
import { testRule } from "../../support/rules.ts";

testRule(openRegistration, [
  {
    name: "for all hosts",
    file: 'modules_enabled = { "register" }\nallow_registration = true\n--                   ^^^^ warning: Anyone\nVirtualHost "a.example"\n',
    fixes: ["Change to `false` (unsafe)"],
    fixed: 'modules_enabled = { "register" }\nallow_registration = false\nVirtualHost "a.example"\n',
  },
  {
    name: "for one host",
    file: 'modules_enabled = { "register" }\nVirtualHost "a.example"\nallow_registration = true\n--                   ^^^^ warning\n',
    fixes: ["Change to `false` (unsafe)"],
  },
  {
    name: "limited",
    file: 'modules_enabled = { "register" }\nallow_registration = true\n--                   ^^^^ information\nregistration_throttle_max = 1\n',
    fixes: ["Change to `false` (unsafe)"],
  },
  {
    name: "a part of a configuration",
    file: 'VirtualHost "a.example"\nallow_registration = true\n--                   ^^^^ information\n',
    fixes: ["Change to `false` (unsafe)"],
  },
  {
    name: "register_ibr by hand",
    file: 'modules_enabled = { "disco", "register_ibr" }\n--                           ^^^^^^^^^^^^^^ warning: whatever `allow_registration` says\nVirtualHost "a.example"\n',
    fixes: ["Remove it from the list (unsafe)"],
    fixed: 'modules_enabled = { "disco" }\nVirtualHost "a.example"\n',
  },
  {
    name: "by invitation",
    file: 'modules_enabled = { "register_ibr", "register", "invites_register" }\nallow_registration = true\nVirtualHost "a.example"\n',
  },
  {
    name: "by invitation or without",
    file: 'modules_enabled = { "register", "invites_register" }\nregistration_invite_only = false\nallow_registration = true\n--                   ^^^^ warning\n',
    fixes: ["Change to `false` (unsafe)"],
  },
  {
    name: "the module is not enabled",
    file: 'modules_enabled = { "disco" }\nallow_registration = true\nVirtualHost "a.example"\n',
  },
  {
    name: "no host takes it over",
    file: 'modules_enabled = { "register" }\nallow_registration = true\nVirtualHost "a.example"\nallow_registration = false\nComponent "b" "muc"\nallow_registration = true\n',
  },
  {
    name: "enabled in another file",
    file: '--- p.lua\nmodules_enabled = { "register" }\nInclude "a.lua"\n--- a.lua\nVirtualHost "a.example"\n\tallow_registration = true\n--                    ^^^^ warning\n',
    fixes: ["Change to `false` (unsafe)"],
  },
  {
    name: "enabled nowhere",
    file: '--- p.lua\nmodules_enabled = { "roster" }\nInclude "a.lua"\n--- a.lua\nVirtualHost "a.example"\n\tallow_registration = true\n',
  },
  {
    name: "a server for tests",
    file: 'modules_enabled = { "register" }\nallow_registration = true\n--                   ^^^^ information\nVirtualHost "localhost"\nVirtualHost "chat.test"\n',
    fixes: ["Change to `false` (unsafe)"],
  },
  {
    name: "by invitation on another host alone",
    file: 'modules_enabled = { "register" }\nallow_registration = true\n--                   ^^^^ warning\nVirtualHost "a.example"\nVirtualHost "b.example"\nmodules_enabled = { "invites_register" }\n',
    fixes: ["Change to `false` (unsafe)"],
  },
  {
    name: "by invitation on the host that is open",
    file: 'modules_enabled = { "register" }\nVirtualHost "a.example"\nVirtualHost "b.example"\nallow_registration = true\nmodules_enabled = { "invites_register" }\n',
  },
  {
    name: "register_ibr for a host, with invitations on another",
    file: 'modules_enabled = { "disco" }\nVirtualHost "a.example"\nmodules_enabled = { "register_ibr" }\n--                  ^^^^^^^^^^^^^^ warning\nVirtualHost "b.example"\nmodules_enabled = { "register_ibr"; "invites_register" }\n',
    fixes: ["Remove it from the list (unsafe)"],
  },
]);
