// Stars in names of hosts and accounts, where Prosody compares whole names.

import type { LuaRule } from "../rule.ts";
import { rewriting, subject, textsOf } from "./shared/texts.ts";
import { ofKind } from "./shared/concerns.ts";

export const wildcardName: LuaRule = {
  kind: "lua",
  id: "wildcard-name",
  severity: "warning",
  concerns: ofKind("domain", "barejid", "jid"),
  check(context) {
    for (const place of textsOf(context, "domain", "barejid", "jid")) {
      const { value, text, kinds, item, option } = place;
      if (!/^\*$|^\*[.@]|@\*/.test(text) || (item === true && /[\s,;]/.test(text))) continue;
      const domain = /^\*@([^*@]+)$/.exec(text)?.[1];
      context.report({
        span: value.span,
        message: `${subject(place, value)} is compared with whole names, and a star stands for nothing but itself: this matches nobody.${domain !== undefined && kinds.has("domain") ? " The domain alone stands for all of its users." : ""}`,
        page: option.page,
        ...rewriting(context, value, kinds.has("domain") ? domain : undefined, false),
      });
    }
  },
};
