// Plain HTTP that counts as encrypted.

import { plainHttpPublic } from "../../../server/src/core/rules/lua/plain-http-public.ts";
import { testRule } from "../../support/rules.ts";

testRule(plainHttpPublic, [
  {
    name: "for everyone",
    file: 'http_interfaces = { "*", "::" }\nconsider_websocket_secure = true\n--                          ^^^^ information: WebSocket\n',
    fixes: ["Remove it (unsafe)"],
    fixed: 'http_interfaces = { "*", "::" }\n',
  },
  { name: "for this machine", file: 'http_interfaces = { "127.0.0.1" }\nconsider_bosh_secure = true\n' },
  { name: "by default", file: "consider_bosh_secure = true\n" },
  { name: "off", file: 'http_interfaces = { "*" }\nconsider_bosh_secure = false\n' },
]);
