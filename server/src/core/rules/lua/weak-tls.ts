// Outdated TLS versions and ciphers.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";

export const weakTls: LuaRule = {
  kind: "lua",
  meta: {
    id: "weak-tls",
    severity: "warning",
    fixable: true,
    summary: "Outdated TLS versions or ciphers.",
  },
  check(context) {
    reportRisks("tls", context);
  },
};

export const docs: RuleDocs = {
  category: "security",
  description:
    "Prosody's default allows TLS 1.2 and newer with good ciphers, and follows the recommendations as they change. Settings copied " +
    "from an old guide stay as they are and grow weak. Broken versions and ciphers are a warning; merely outdated ones are a note, as " +
    "very old clients may need them.",
  examples: [
    { title: "broken", text: 'ssl = { protocol = "sslv3" }\n', reports: true },
    { title: "outdated", text: 'tls_profile = "old"\n', reports: true },
    { title: "right", text: 'tls_profile = "intermediate"\n', reports: false },
    { title: "weak ciphers shut out", text: 'ssl = { ciphers = "HIGH:!aNULL:!RC4" }\n', reports: false },
  ],
};
