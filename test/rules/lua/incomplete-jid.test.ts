// Accounts without their domain.

import { incompleteJid } from "../../../server/src/core/rules/lua/incomplete-jid.ts";
import { testRule } from "../../support/rules.ts";

testRule(incompleteJid, [
  {
    name: "a name alone",
    file: 'admins = { "admin" }\n--         ^^^^^^^ warning: matches nobody\nVirtualHost "a.example"\n',
    fixes: ["Change to `admin@a.example` (unsafe)"],
    fixed: 'admins = { "admin@a.example" }\nVirtualHost "a.example"\n',
    allFixed: 'admins = { "admin" }\nVirtualHost "a.example"\n',
  },
  { name: "which host", file: 'admins = { "admin" }\n--         ^^^^^^^ warning\nVirtualHost "a"\nVirtualHost "b"\n' },
  { name: "a domain", file: 'admins = { "a.example" }\n--         ^^^^^^^^^^^ information: domain alone\n' },
  {
    name: "the host of the file",
    file: 'admins = { "localhost" }\n--         ^^^^^^^^^^^ information\nVirtualHost "localhost"\n',
  },
  { name: "where domains are fine", file: 'http_file_share_access = { "a.example"; "b" }\nproxy65_acl = { "a.example" }\n' },
  { name: "right", file: 'admins = { "a@b" }\nadmins = { }\n' },
]);
