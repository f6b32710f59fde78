// Numbers in quotes: Prosody converts them for most options, and so nobody notices.

import { numberInText } from "../../syntax/lua/literal.ts";
import type { LuaRule } from "../rule.ts";
import { subject, typedLeaves } from "./shared/texts.ts";
import type { Kind } from "./shared/texts.ts";
import { changing } from "./shared/fixing.ts";

const NUMBERS: ReadonlySet<Kind> = new Set<Kind>(["number", "integer", "port", "size"]);

export const quotedNumber: LuaRule = {
  kind: "lua",
  id: "quoted-number",
  severity: "hint",
  check(context) {
    for (const leaf of typedLeaves(context)) {
      const { value, kinds, option } = leaf;
      if (value.kind !== "string" || option.raw === true || option.origin === "community") continue;
      if (![...kinds].every((kind) => NUMBERS.has(kind)) || !/^\s*-?\d+(?:\.\d+)?\s*$/.test(value.value)) continue;
      if (numberInText(value.value) === undefined) continue;
      const number = value.value.trim();
      context.report({
        span: value.span,
        message: `${subject(leaf, value)} takes a number. Prosody understands this text as well, but numbers need no quotes.`,
        page: option.page,
        ...changing(value, number, true, "Take the quotes away"),
      });
    }
  },
};
