// Administrators elsewhere.

import { adminNotHosted } from "../../../server/src/core/rules/lua/admin-not-hosted.ts";
import { testRule } from "../../support/rules.ts";

testRule(adminNotHosted, [
  {
    name: "the only host",
    file: 'modules_enabled = { }\nadmins = { "me@b.example" }\n--         ^^^^^^^^^^^^^^ hint\nVirtualHost "a.example"\n',
    fixes: ["Change to `me@a.example` (unsafe)"],
    fixed: 'modules_enabled = { }\nadmins = { "me@a.example" }\nVirtualHost "a.example"\n',
  },
  {
    name: "a component, among several hosts",
    file: 'modules_enabled = { }\nadmins = { "me@C.example" }\n--         ^^^^^^^^^^^^^^ warning: `Component`\nVirtualHost "a.example"\nVirtualHost "b.example"\nComponent "c.example" "muc"\n',
  },
  { name: "here", file: 'modules_enabled = { }\nadmins = { "me@A.example"; ENV_X; "x" }\nVirtualHost "a.example"\n' },
  {
    name: "in another file",
    file: '--- p.lua\nmodules_enabled = { }\nadmins = { "me@a.example" }\nInclude "a.lua"\n--- a.lua\nVirtualHost "a.example"\n',
  },
  {
    name: "perhaps in another file",
    file: 'modules_enabled = { }\nadmins = { "me@a.example" }\nVirtualHost "b.example"\nInclude "a.lua"\n',
  },
  {
    name: "what is no JID",
    file: 'modules_enabled = { }\nadmins = { "xmpp:a@b.example", "a@b.example:5222" }\nVirtualHost "a.example"\n',
  },
  { name: "no host at all", file: '--- prosody.cfg.lua\nmodules_enabled = { }\nadmins = { "a@b.example" }\n' },
]);
