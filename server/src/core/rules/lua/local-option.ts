// Options that were written with `local`: Prosody does not see them.

import type { LocalVariable } from "../../model/config.ts";
import { isPlain } from "./shared/literals.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { namedOnce } from "./shared/namedOnce.ts";
import { code } from "./shared/words.ts";
import { lineStart } from "../../text/lines.ts";

export const localOption: LuaRule = {
  kind: "lua",
  // A name is looked for in all of the text.
  scope: "configuration",
  id: "local-option",
  severity: "warning",
  check(context) {
    const { own, schema, report } = context;
    for (const variable of own.locals) {
      if (!looksLikeOption(variable, context)) continue;
      const { name, nameSpan } = variable;
      const fixes = fixesFor(variable, context);
      report({
        span: nameSpan,
        message: `With ${code("local")}, ${code(name)} is a variable of this file, which nothing reads, and the option ${code(name)} is not set. Write it without ${code("local")}.`,
        ...(schema.option(name) === undefined ? {} : { page: schema.option(name)?.page ?? "" }),
        ...(fixes.length === 0 ? {} : { fixes: () => fixes }),
      });
    }
  },
};

/** Named like an option of Prosody, and nowhere else in the file. */
export function looksLikeOption({ name }: LocalVariable, context: LuaContext): boolean {
  const option = context.schema.option(name);
  return option?.origin === "bundled" && option.availability === "now" && namedOnce(context).has(name);
}

function fixesFor({ statement, nameSpan, value }: LocalVariable, { text }: LuaContext): readonly Fix[] {
  if (statement === undefined || !isPlain(value) || statement.start < lineStart(text, nameSpan.start)) return [];
  return [
    { title: "Remove `local`", edits: [{ span: { start: statement.start, end: nameSpan.start }, newText: "" }], safe: false },
  ];
}
