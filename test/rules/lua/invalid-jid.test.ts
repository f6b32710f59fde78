// Texts that are no JID.

import { invalidJid } from "../../../server/src/core/rules/lua/invalid-jid.ts";
import { testRule } from "../../support/rules.ts";

testRule(invalidJid, [
  {
    name: "a URL",
    file: 'admins = { "xmpp:a@example.org?message" }\n--         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: leave out `xmpp:`\n',
    fixes: ["Change to `a@example.org` (unsafe)"],
    forced: 'admins = { "a@example.org" }\n',
  },
  {
    name: "a port",
    file: 'admins = "a@example.org:5222"\n--       ^^^^^^^^^^^^^^^^^^^^ warning: port\n',
    fixes: ["Change to `a@example.org` (unsafe)"],
    forced: 'admins = "a@example.org"\n',
  },
  {
    name: "parts that miss",
    file: 'admins = { "@example.org", "a@", "a@b@c" }\n--         ^^^^^^^^^^^^^^ warning: account\n--                         ^^^^ warning: domain\n--                               ^^^^^^^ warning: one `@`\n',
  },
  { name: "a character", file: 'admins = { "o\'neil@example.org" }\n--         ^^^^^^^^^^^^^^^^^^^^ warning: character\n' },
  {
    name: "right",
    file: 'admins = { "a.b-c_d+e@example.org"; "bücher@example.org" }\ndisco_items = { { "rooms.example.org" } }\nproxy65_acl = { "a@b/c" }\n',
  },
  { name: "two in one", file: 'admins = { "a@b, c@d" }\n' },
]);
