// Texts that are no JID where one is wanted.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { rewriting, subject, textsOf } from "./shared/texts.ts";
import { code } from "./shared/words.ts";

export const invalidJid: LuaRule = {
  kind: "lua",
  meta: {
    id: "invalid-jid",
    severity: "warning",
    fixable: true,
    summary: "A text that is no JID where one is wanted.",
  },
  check(context) {
    for (const place of textsOf(context, "jid", "barejid")) {
      const { value, text, item, option } = place;
      // Several in one text are another rule's business.
      if (item === true && /[\s,;]/.test(text)) continue;
      const problem = problemOf(text);
      if (problem === undefined) continue;
      context.report({
        span: value.span,
        message: `${subject(place, value)} takes a JID such as \`user@example.org\`: ${problem.message}`,
        page: option.page,
        ...rewriting(context, value, problem.meant, problem.safe),
      });
    }
  },
};

export const docs: RuleDocs = {
  category: "values",
  description:
    "A JID is an account and a domain with `@` between them, or a domain alone. It is no URL and has no port, and the part before " +
    "the `@` has no blanks and none of `\" & ' / : < >`. Prosody compares JIDs as wholes, so that another text matches nobody: an " +
    "administrator who is written that way is none.",
  examples: [
    { title: "a URL", text: 'admins = { "xmpp:admin@example.org" }\n', reports: true },
    { title: "with a port", text: 'admins = { "admin@example.org:5222" }\n', reports: true },
    { title: "right", text: 'admins = { "admin@example.org" }\n', reports: false },
  ],
  fixChanges: "What matched nobody is written as a JID, and then matches the account that it names.",
};

interface Problem {
  readonly message: string;
  readonly meant?: string;
  readonly safe: boolean;
}

function problemOf(text: string): Problem | undefined {
  const scheme = /^(?:xmpp|mailto|jabber):(?:\/\/)?(?=[^@]*@)/i.exec(text)?.[0];
  if (scheme !== undefined) {
    const meant = text.slice(scheme.length).replace(/[?/].*$/, "");
    return { message: `leave out ${code(scheme)}.`, safe: true, ...(problemOf(meant) === undefined ? { meant } : {}) };
  }
  const bare = text.replace(/\/.*$/, "");
  const at = bare.indexOf("@");
  if (at < 0) return undefined;
  const account = bare.slice(0, at);
  const domain = bare.slice(at + 1);
  if (account === "") return { message: "the account before the `@` is missing.", safe: false };
  if (domain === "") return { message: "the domain behind the `@` is missing.", safe: false };
  if (domain.includes("@")) return { message: "there is one `@` in it, not more.", safe: false };
  const port = /^([^:]+):\d+$/.exec(domain)?.[1];
  if (port !== undefined) return { message: "a port is no part of it.", meant: `${account}@${port}`, safe: true };
  if (/[\s"&'/:<>]/.test(account))
    return { message: "the part before the `@` has a character that cannot be there.", safe: false };
  return /[\s"&'<>,;]/.test(domain) ? { message: "behind the `@` stands no domain name.", safe: false } : undefined;
}
