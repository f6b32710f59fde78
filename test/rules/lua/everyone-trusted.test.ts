// Networks of the size of the internet.

import { everyoneTrusted } from "../../../server/src/core/rules/lua/everyone-trusted.ts";
import { testRule } from "../../support/rules.ts";

testRule(everyoneTrusted, [
  {
    name: "one of several",
    file: 'trusted_proxies = { "127.0.0.1", "::/0" }\n--                               ^^^^^^ warning\n',
    fixes: ["Remove it (unsafe)"],
    fixed: 'trusted_proxies = { "127.0.0.1" }\n',
  },
  {
    name: "statistics",
    file: 'openmetrics_allow_cidr = "0.0.0.0/0"\n--                       ^^^^^^^^^^^ information\n',
    fixes: ["Remove it (unsafe)"],
    fixed: "",
  },
  { name: "large, but not everyone", file: 'trusted_proxies = { "10.0.0.0/8" }\n' },
]);
