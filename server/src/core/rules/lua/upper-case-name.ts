// Names of hosts and accounts in upper case, in lists that are compared letter by letter with names in lower case.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { rewriting, subject, textsOf } from "./shared/texts.ts";

export const upperCaseName: LuaRule = {
  kind: "lua",
  meta: {
    id: "upper-case-name",
    severity: "warning",
    fixable: true,
    summary: "Upper case in a list of names that are in lower case.",
  },
  check(context) {
    for (const place of textsOf(context, "domain")) {
      const { value, text, option } = place;
      const name = text.replace(/\/.*$/, "");
      if (!/[A-Z]/.test(name) || !/^[\w.@-]+$/.test(name)) continue;
      context.report({
        span: value.span,
        message: `${subject(place, value)} is compared letter by letter with names of XMPP, and those are in lower case: this matches nobody.`,
        page: option.page,
        ...rewriting(context, value, name.toLowerCase() + text.slice(name.length), true),
      });
    }
  },
};

export const docs: RuleDocs = {
  category: "values",
  description:
    "Names of hosts and accounts are brought to lower case when they enter the server. Some lists of the configuration are not, " +
    "`s2s_insecure_domains` and `http_file_share_access` among them, and an entry with an upper case letter then equals nobody.",
  examples: [
    { title: "upper case", text: 's2s_insecure_domains = { "Example.org" }\n', reports: true },
    { title: "right", text: 's2s_insecure_domains = { "example.org" }\n', reports: false },
    { title: "where it does not matter", text: 'admins = { "Admin@example.org" }\n', reports: false },
  ],
  fixChanges: "The entry then matches the host or account that it names.",
};
