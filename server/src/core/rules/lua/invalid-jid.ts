// Texts that are no JID where one is wanted.

import type { LuaRule } from "../rule.ts";
import { jidProblem } from "./shared/jids.ts";
import { rewriting, subject, textsOf } from "./shared/texts.ts";
import { ofKind } from "./shared/concerns.ts";

export const invalidJid: LuaRule = {
  kind: "lua",
  id: "invalid-jid",
  severity: "warning",
  concerns: ofKind("jid", "barejid"),
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
