// JIDs with the name of a device behind a slash, where accounts are compared without one.

import type { LuaRule } from "../rule.ts";
import { rewriting, subject, textsOf } from "./shared/texts.ts";
import { ofKind } from "./shared/concerns.ts";

export const jidWithResource: LuaRule = {
  kind: "lua",
  id: "jid-with-resource",
  severity: "warning",
  concerns: ofKind("barejid"),
  check(context) {
    for (const place of textsOf(context, "barejid")) {
      const { value, text, option } = place;
      const [, account] = /^([^\s@/:,;]+@[^\s@/:,;]+)\/.*$/.exec(text) ?? [];
      if (account === undefined || place.kinds.has("jid")) continue;
      context.report({
        span: value.span,
        message: `${subject(place, value)} takes accounts, and what stands behind the slash names one device of an account: so it matches nobody. Leave it out.`,
        page: option.page,
        ...rewriting(context, value, account, true),
      });
    }
  },
};
