// Names of hosts and accounts in upper case, in lists that are compared letter by letter with names in lower case.

import type { LuaRule } from "../rule.ts";
import { rewriting, subject, textsOf } from "./shared/texts.ts";
import { ofKind } from "./shared/concerns.ts";

export const upperCaseName: LuaRule = {
  kind: "lua",
  id: "upper-case-name",
  severity: "warning",
  concerns: ofKind("domain"),
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
