// Plain HTTP that counts as encrypted, on a port that everyone can reach.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";

export const plainHttpPublic: LuaRule = {
  kind: "lua",
  meta: {
    id: "plain-http-public",
    severity: "information",
    fixable: true,
    summary: "Plain HTTP counts as encrypted and is open to all networks.",
  },
  check(context) {
    reportRisks("proxy", context);
  },
};

export const docs: RuleDocs = {
  category: "security",
  description:
    "`consider_bosh_secure` and `consider_websocket_secure` are meant for a proxy that does the encryption. They hold for everybody " +
    "who reaches the port, so with `http_interfaces` open to all networks passwords may travel readable. Behind a proxy that sends " +
    "`X-Forwarded-Proto` and is in `trusted_proxies` neither is needed.",
  examples: [
    { title: "for everyone", text: 'consider_bosh_secure = true\nhttp_interfaces = { "*" }\n', reports: true },
    { title: "right", text: 'consider_bosh_secure = true\nhttp_interfaces = { "127.0.0.1" }\n', reports: false },
  ],
};
