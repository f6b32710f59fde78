// Paths with backslashes, which Lua reads as the beginning of special characters.

import type { LuaRule } from "../rule.ts";
import { subject, typedLeaves } from "./shared/texts.ts";
import { ofKind } from "./shared/concerns.ts";

export const escapedPath: LuaRule = {
  kind: "lua",
  id: "escaped-path",
  severity: "warning",
  concerns: ofKind("path", "certificate"),
  check(context) {
    for (const leaf of typedLeaves(context)) {
      const { value, kinds, option } = leaf;
      if (value.kind !== "string" || value.folded === true || !(kinds.has("path") || kinds.has("certificate"))) continue;
      const raw = context.text.slice(value.span.start, value.span.end);
      if (!hasControl(value.value) || !/^["'].*\\[abfnrtvxz\d]/.test(raw)) continue;
      const newText = raw.replace(/\\+/g, "/");
      context.report({
        span: value.span,
        message: `${subject(leaf, value)} takes a path, and in quotes a backslash and the letter behind it make one other character. Write \`/\`, or each backslash twice.`,
        page: option.page,
        fixes: () => [{ title: "Write it with `/`", edits: [{ span: value.span, newText }], safe: true }],
      });
    }
  },
};

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 32 || unit === 127) return true;
  }
  return false;
}
