// Services for this machine alone that listen on all networks.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";

export const adminInterfaceExposed: LuaRule = {
  kind: "lua",
  meta: {
    id: "admin-interface-exposed",
    severity: "warning",
    fixable: true,
    summary: "The console or the port for components listens on all networks.",
  },
  check(context) {
    reportRisks("exposure", context);
  },
};

export const docs: RuleDocs = {
  category: "security",
  description:
    "The telnet console asks for no password, and components connect without encryption, so Prosody offers both on 127.0.0.1 and ::1 " +
    "alone. Opened to all networks, they need a firewall in front. In a container, where the network is a private one, components " +
    "are often connected like that; so it is only a note for them.",
  examples: [
    { title: "open to all", text: 'component_interfaces = { "0.0.0.0" }\n', reports: true },
    { title: "right", text: 'component_interfaces = { "127.0.0.1" }\n', reports: false },
  ],
};
