// Numbers outside the limits of their option.

import type { LuaRule } from "../rule.ts";
import { consequenceOf } from "./shared/consequence.ts";
import { luaLiteral } from "./shared/literals.ts";
import { wrongValues } from "./shared/typedSettings.ts";
import { code } from "./shared/words.ts";
import { changing } from "./shared/fixing.ts";

export const outOfRange: LuaRule = {
  kind: "lua",
  id: "out-of-range",
  severity: "warning",
  check(context) {
    for (const wrong of wrongValues(context, "range")) {
      const { option, mismatch, value } = wrong;
      const { meant, span, detail } = mismatch;
      const { words, ...rest } = value === undefined ? { words: "" } : consequenceOf(wrong, value, context, meant);
      context.report({
        span,
        ...rest,
        message: `${code(option.name)} takes ${mismatch.expected}; this number lies outside.${mismatch.expected === "a port number" ? " The last one is 65535." : ""}${words}${detail === undefined ? "" : ` ${detail}`}`,
        page: option.page,
        ...(meant === undefined || !mismatch.literal
          ? {}
          : changing({ span }, luaLiteral(meant), false, `Change to ${code(String(meant))}, the nearest that is allowed`)),
      });
    }
  },
};
