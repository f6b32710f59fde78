// Paths that begin with "~": the shell knows where that is, Prosody does not.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { subject, textsOf } from "./shared/texts.ts";

export const tildePath: LuaRule = {
  kind: "lua",
  meta: {
    id: "tilde-path",
    severity: "warning",
    fixable: false,
    summary: "A path that begins with `~`.",
  },
  check(context) {
    for (const place of textsOf(context, "path", "certificate")) {
      const { value, text, option } = place;
      if (!/^~(?:[\w.-]*\/|$)/.test(text)) continue;
      context.report({
        span: value.span,
        message: `${subject(place, value)} takes a path, and \`~\` has no meaning in it: Prosody looks for a folder of that name. Write the whole path.`,
        page: option.page,
      });
    }
  },
};

export const docs: RuleDocs = {
  category: "values",
  description:
    "`~` stands for a home folder in a shell, which replaces it before a program sees it. In a configuration nothing replaces it, and " +
    "the path is a relative one that leads to a folder called `~`. Prosody mostly runs as a user of its own, whose home is another " +
    "one anyway: write the path in full.",
  examples: [
    { title: "a home folder", text: 'data_path = "~/prosody-data"\n', reports: true },
    { title: "right", text: 'data_path = "/var/lib/prosody"\n', reports: false },
  ],
};
