// Services that are open to people who have no account here.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";

export const openToStrangers: LuaRule = {
  kind: "lua",
  meta: {
    id: "open-to-strangers",
    severity: "warning",
    fixable: true,
    summary: "A service that people of other servers can use for their own ends.",
  },
  check(context) {
    reportRisks("strangers", context);
  },
};

export const docs: RuleDocs = {
  category: "security",
  description:
    "Guests without an account who may write to other servers, and a file transfer proxy for everybody, are found and used by others " +
    "before long; then other servers block yours, or the bandwidth is gone. Both are off by default.",
  examples: [
    { title: "a proxy for all", text: 'Component "proxy.example.org" "proxy65"\n\tproxy65_open_access = true\n', reports: true },
    {
      title: "guests who write to other servers",
      text: 'VirtualHost "guests.example.org"\n\tauthentication = "anonymous"\n\tallow_anonymous_s2s = true\n',
      reports: true,
    },
    {
      title: "right",
      text: 'VirtualHost "guests.example.org"\n\tauthentication = "anonymous"\nComponent "proxy.example.org" "proxy65"\n',
      reports: false,
    },
  ],
};
