// Texts that are no JID where one is wanted.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { jidProblem } from "./shared/jids.ts";
import { rewriting, subject, textsOf } from "./shared/texts.ts";

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
      const problem = jidProblem(text);
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
