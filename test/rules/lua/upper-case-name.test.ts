// Names in upper case.

import { upperCaseName } from "../../../server/src/core/rules/lua/upper-case-name.ts";
import { testRule } from "../../support/rules.ts";

testRule(upperCaseName, [
  {
    name: "hosts and accounts",
    file: 's2s_insecure_domains = { "Example.ORG" }\n--                       ^^^^^^^^^^^^^ warning: lower case\nunlimited_jids = { "focusUser@a.b" }\n--                 ^^^^^^^^^^^^^^^ warning\n',
    fixes: ["Change to `example.org` (unsafe)", "Change to `focususer@a.b` (unsafe)"],
    forced: 's2s_insecure_domains = { "example.org" }\nunlimited_jids = { "focususer@a.b" }\n',
  },
  { name: "where it does not matter", file: 'admins = { "A@B.c" }\nproxy65_acl = { "a@b/Phone" }\nhttp_host = "A.b"\n' },
]);
