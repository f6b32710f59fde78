// JIDs of devices.

import { jidWithResource } from "../../../server/src/core/rules/lua/jid-with-resource.ts";
import { testRule } from "../../support/rules.ts";

testRule(jidWithResource, [
  {
    name: "an admin",
    file: 'admins = { "a@example.org/phone" }\n--         ^^^^^^^^^^^^^^^^^^^^^ warning: matches nobody\n',
    fixes: ["Change to `a@example.org` (unsafe)"],
    forced: 'admins = { "a@example.org" }\n',
  },
  {
    name: "beside domains",
    file: 'unlimited_jids = "a@b/c"\n--               ^^^^^^^ warning\n',
    fixes: ["Change to `a@b` (unsafe)"],
    forced: 'unlimited_jids = "a@b"\n',
  },
  { name: "where it is fine", file: 'proxy65_acl = { "a@b/c" }\nregistration_watchers = { "a@b/c" }\nadmins = { "a@b" }\n' },
]);
