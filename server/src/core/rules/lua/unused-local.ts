// Local variables that nothing reads.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { isPlain } from "./shared/literals.ts";
import { removeStatement } from "./shared/removal.ts";
import { code } from "./shared/words.ts";

export const unusedLocal: LuaRule = {
  kind: "lua",
  meta: {
    id: "unused-local",
    severity: "hint",
    fixable: true,
    summary: "A local variable that nothing reads.",
  },
  check({ file, text, report }) {
    for (const { name, nameSpan, value, statement } of file.locals) {
      // Looking for the word sees uses in statements that are half typed, too.
      if (name.startsWith("_") || text.split(new RegExp(`(?<!\\w)${name}(?!\\w)`, "u")).length !== 2) continue;
      report({
        span: nameSpan,
        tags: ["unnecessary"],
        message: `Nothing reads the local variable ${code(name)}. Remove it, or write the option without ${code("local")} if it was meant to be one.`,
        ...(statement === undefined
          ? {}
          : {
              fixes: () => [{ title: `Remove ${code(name)}`, edits: [removeStatement(text, statement)], safe: isPlain(value) }],
            }),
      });
    }
  },
};

export const docs: RuleDocs = {
  category: "structure",
  description:
    "A variable with `local` is for the configuration itself: Prosody does not see it. When nothing in the file reads it, it is left " +
    "over, or an option was meant. Names that begin with `_` are not reported.",
  examples: [
    { title: "left over", text: 'local domain = "example.org"\nVirtualHost "example.org"\n', reports: true },
    { title: "right", text: 'local domain = "example.org"\nVirtualHost(domain)\n', reports: false },
  ],
};
