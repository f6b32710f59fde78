// Settings that let clients or servers connect without encryption.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { reportRisks } from "./shared/risks.ts";
import { isForTests } from "./shared/testHosts.ts";

export const encryptionOptional: LuaRule = {
  kind: "lua",
  meta: {
    id: "encryption-optional",
    severity: "warning",
    fixable: true,
    summary: "Connections that need not be encrypted.",
  },
  check(context) {
    const isTest = isForTests(context.file);
    // For one host it is mostly done on purpose, as all its clients come through a proxy.
    reportRisks("encryption", context, ({ section }) => isTest || section.kind !== "global");
  },
};

export const docs: RuleDocs = {
  category: "security",
  description:
    "Since 0.12, clients and servers must use encryption unless the configuration says otherwise. Turned off, passwords and messages " +
    "can be read by anyone on the way. Under a `VirtualHost` it is only a note: web clients behind a proxy that encrypts for them " +
    "are a good reason, though `trusted_proxies` is the better way. So it is where no host can be reached from outside: `localhost`, `chat.local`, a single word.",
  examples: [
    { title: "clients", text: "c2s_require_encryption = false\n", reports: true },
    { title: "no TLS at all", text: 'modules_disabled = { "tls" }\n', reports: true },
    { title: "right", text: "c2s_require_encryption = true\ns2s_require_encryption = true\n", reports: false },
  ],
};
