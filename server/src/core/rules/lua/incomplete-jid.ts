// A domain or a lone name where the JID of an account is meant.

import type { Configuration } from "../../semantics/configuration.ts";
import { textRule } from "./shared/textRule.ts";

export const incompleteJid = textRule({
  id: "incomplete-jid",
  severity: "warning",
  kinds: ["barejid"],
  problem({ text, kinds }, { own }) {
    if (text.includes("@") || /[\s,;:]/.test(text) || kinds.has("host") || kinds.has("domain")) return undefined;
    const isDomain = text.includes(".") || (!own.hasUnknownNames && own.sectionsNamed(text).length > 0);
    const host = isDomain || text.includes("/") ? undefined : onlyHost(own);
    return {
      // The other end of a component may be meant: it has a domain for its JID.
      ...(isDomain ? { severity: "information" } : {}),
      says: `takes accounts, each with its domain: \`user@example.org\`. ${isDomain ? "This is a domain alone, which gives no user of it anything." : "This is a name alone and matches nobody."}`,
      meant: host === undefined ? undefined : `${text}@${host}`,
    };
  },
});

/** The one VirtualHost, where there is just one. */
function onlyHost(own: Configuration): string | undefined {
  const name = own.onlyHost?.name;
  return name?.kind === "string" ? name.value : undefined;
}
