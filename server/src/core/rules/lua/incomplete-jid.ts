// A domain or a lone name where the JID of an account is meant.

import type { LuaRule } from "../rule.ts";
import type { Configuration } from "../../semantics/configuration.ts";
import { rewriting, subject, textsOf } from "./shared/texts.ts";
import { ofKind } from "./shared/concerns.ts";

export const incompleteJid: LuaRule = {
  kind: "lua",
  id: "incomplete-jid",
  severity: "warning",
  concerns: ofKind("barejid"),
  check(context) {
    const { own } = context;
    for (const place of textsOf(context, "barejid")) {
      const { value, text, kinds, option } = place;
      if (text.includes("@") || /[\s,;:]/.test(text) || kinds.has("host") || kinds.has("domain")) continue;
      const isDomain = text.includes(".") || (!own.hasUnknownNames && own.sectionsNamed(text).length > 0);
      const host = isDomain || text.includes("/") ? undefined : onlyHost(own);
      context.report({
        span: value.span,
        // The other end of a component may be meant: it has a domain for its JID.
        ...(isDomain ? { severity: "information" as const } : {}),
        message: `${subject(place, value)} takes accounts, each with its domain: \`user@example.org\`. ${isDomain ? "This is a domain alone, which gives no user of it anything." : "This is a name alone and matches nobody."}`,
        page: option.page,
        ...rewriting(context, value, host === undefined ? undefined : `${text}@${host}`, false),
      });
    }
  },
};

/** The one VirtualHost, where there is just one. */
function onlyHost(own: Configuration): string | undefined {
  const name = own.onlyHost?.name;
  return name?.kind === "string" ? name.value : undefined;
}
