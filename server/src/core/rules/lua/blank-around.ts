// Blanks before or behind a name, an address or a path: they belong to it, and nothing has such a name.

import type { LuaRule } from "../rule.ts";
import { rewriting, subject, textsOf } from "./shared/texts.ts";

export const blankAround: LuaRule = {
  kind: "lua",
  id: "blank-around",
  severity: "warning",
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
