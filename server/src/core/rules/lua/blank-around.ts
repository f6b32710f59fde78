// Blanks before or behind a name, an address or a path: they belong to it, and nothing has such a name.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { rewriting, subject, textsOf } from "./shared/texts.ts";

export const blankAround: LuaRule = {
  kind: "lua",
  meta: {
    id: "blank-around",
    severity: "warning",
    fixable: true,
    summary: "Blanks around a name, an address or a path.",
  },
  check(context) {
    const names = ["host", "domain", "jid", "barejid", "ip", "cidr", "address", "url", "origin", "path", "certificate"] as const;
    for (const place of textsOf(context, ...names, "mediatype", "language", "role", "permission", "xmlns")) {
      const { value, text, option } = place;
      if (value.value === text) continue;
      context.report({
        span: value.span,
        message: `${subject(place, value)} has blanks at its ends, and between quotes they count. Remove them.`,
        page: option.page,
        ...rewriting(context, value, text, true, "Remove the blanks"),
      });
    }
  },
};

export const docs: RuleDocs = {
  category: "values",
  description:
    "What stands between quotes is taken as it is. With a blank at its end, the name of a host matches no host, a JID no account, and " +
    "a path leads to no file; in a log such a name looks right.",
  examples: [
    { title: "a blank at the end", text: 'admins = { "admin@example.org " }\n', reports: true },
    { title: "right", text: 'admins = { "admin@example.org" }\n', reports: false },
  ],
  fixChanges: "A name that matched nothing because of its blanks then matches.",
};
