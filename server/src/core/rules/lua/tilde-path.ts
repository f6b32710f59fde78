// Paths that begin with "~": the shell knows where that is, Prosody does not.

import type { LuaRule } from "../rule.ts";
import { subject, textsOf } from "./shared/texts.ts";
import { ofKind } from "./shared/concerns.ts";

export const tildePath: LuaRule = {
  kind: "lua",
  id: "tilde-path",
  severity: "warning",
  concerns: ofKind("path", "certificate"),
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
