// Administrators whose account cannot be on this server.

import { listItems } from "../../model/value.ts";
import type { LuaRule } from "../rule.ts";
import { replaceText } from "./shared/literals.ts";
import { code } from "./shared/words.ts";
import { fixing } from "./shared/fixing.ts";

export const adminNotHosted: LuaRule = {
  kind: "lua",
  id: "admin-not-hosted",
  severity: "hint",
  concerns: (name) => name === "admins",
  check(context) {
    const { file, text, config, report } = context;
    let isKnown: boolean | undefined;
    for (const { name, value, certain } of file.settings) {
      for (const item of name === "admins" && certain ? listItems(value) : []) {
        const [, user, domain] = (item.kind === "string" ? ACCOUNT.exec(item.value) : null) ?? [];
        if (user === undefined || domain === undefined) continue;
        // Without any host, that is what is wrong.
        isKnown ??= config.isWhole && !config.hasUnknownNames && config.hasHosts;
        if (!isKnown) return;
        const host = domain.normalize("NFKC").toLowerCase();
        if (config.isHost(host)) continue;
        const isComponent = config.isComponent(host);
        const only = config.onlyHostName;
        const fixed = only === undefined ? undefined : `${user}@${only}`;
        report({
          span: item.span,
          ...(isComponent ? { severity: "warning" as const } : {}),
          message: isComponent
            ? `${code(domain)} is a ${code("Component")}, and accounts belong to a ${code("VirtualHost")}: nobody can log in with this address. Name the account itself.`
            : `No ${code("VirtualHost")} here is called ${code(domain)}, so this administrator has an account on another server, or none at all. Check the domain.`,
          page: "https://prosody.im/doc/admins",
          ...(fixed === undefined || item.folded === true
            ? {}
            : fixing(`Change to ${code(fixed)}`, false, () => replaceText(text, item.span, fixed))),
        });
      }
    }
  },
};

/** A domain has no port, and an account no `xmpp:`: what is no JID has a rule of its own. */
const ACCOUNT = /^(?!xmpp:|mailto:)([^@/\s]+)@([^@/:\s]+)$/i;
