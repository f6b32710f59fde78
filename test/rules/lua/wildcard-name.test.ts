// Stars in names.

import { wildcardName } from "../../../server/src/core/rules/lua/wildcard-name.ts";
import { testRule } from "../../support/rules.ts";

testRule(wildcardName, [
  {
    name: "hosts",
    file: 's2s_insecure_domains = { "*.example.org"; "*" }\n--                       ^^^^^^^^^^^^^^^ warning: matches nobody\n--                                        ^^^ warning\n',
  },
  {
    name: "users of a domain",
    file: 'http_file_share_access = { "*@example.org" }\n--                         ^^^^^^^^^^^^^^^ warning: domain alone\n',
    fixes: ["Change to `example.org` (unsafe)"],
    fixed: 'http_file_share_access = { "example.org" }\n',
  },
  {
    name: "admins",
    file: 'admins = { "*@example.org"; "a@*" }\n--         ^^^^^^^^^^^^^^^ warning\n--                          ^^^^^ warning\n',
  },
  { name: "other places", file: 'interfaces = { "*" }\nadmins = { "a*b@c.d" }\naccess_control_allow_origins = "*"\n' },
]);
