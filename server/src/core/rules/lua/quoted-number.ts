// Numbers in quotes: Prosody converts them for most options, and so nobody notices.

import { numberInText } from "../../syntax/lua/literal.ts";
import type { LuaRule, RuleDocs } from "../rule.ts";
import { subject, typedLeaves } from "./shared/texts.ts";
import type { Kind } from "./shared/texts.ts";

const NUMBERS: ReadonlySet<Kind> = new Set<Kind>(["number", "integer", "port", "size"]);

export const quotedNumber: LuaRule = {
  kind: "lua",
  meta: {
    id: "quoted-number",
    severity: "hint",
    fixable: true,
    summary: "A number in quotes.",
  },
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
        ...(value.folded === true
          ? {}
          : { fixes: () => [{ title: "Take the quotes away", edits: [{ span: value.span, newText: number }], safe: true }] }),
      });
    }
  },
};

export const docs: RuleDocs = {
  category: "values",
  description:
    "Most options that are numbers also take a text with a number in it, since Prosody converts it. It is a matter of order, and of " +
    "care: what is computed or compared in the file itself is not converted.",
  examples: [
    { title: "in quotes", text: 'c2s_ports = { "5222" }\n', reports: true },
    { title: "right", text: "c2s_ports = { 5222 }\n", reports: false },
  ],
  fixChanges: "The text becomes the number that Prosody reads out of it; what the server does stays the same.",
};
