// Local variables that nothing reads.

import type { LuaRule } from "../rule.ts";
import { looksLikeOption } from "./local-option.ts";
import { namedOnce } from "./shared/namedOnce.ts";
import { removeStatement } from "./shared/removal.ts";
import { code } from "./shared/words.ts";
import { fixing } from "./shared/fixing.ts";

export const unusedLocal: LuaRule = {
  kind: "lua",
  // A name is looked for in all of the text.
  scope: "configuration",
  id: "unused-local",
  severity: "hint",
  check(context) {
    const { own, text, report } = context;
    for (const variable of own.locals) {
      const { name, nameSpan, statement } = variable;
      // What was meant to be an option is told by a rule of its own.
      if (name.startsWith("_") || !namedOnce(context).has(name) || looksLikeOption(variable, context)) continue;
      report({
        span: nameSpan,
        tags: ["unnecessary"],
        message: `Nothing reads the local variable ${code(name)}. Remove it.`,
        ...(statement === undefined
          ? {}
          : // Perhaps the line that is to read it is still to be written.
            fixing(`Remove ${code(name)}`, false, () => removeStatement(text, statement))),
      });
    }
  },
};
