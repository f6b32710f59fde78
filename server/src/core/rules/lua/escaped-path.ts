// Paths with backslashes, which Lua reads as the beginning of special characters.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { subject, typedLeaves } from "./shared/texts.ts";

export const escapedPath: LuaRule = {
  kind: "lua",
  meta: {
    id: "escaped-path",
    severity: "warning",
    fixable: true,
    summary: "A path whose backslashes became other characters.",
  },
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

export const docs: RuleDocs = {
  category: "values",
  description:
    "Between quotes, Lua reads `\\t` as a tabulator and `\\n` as the end of a line. A path such as `C:\\temp\\new` then has characters " +
    "in it that no file has, and is not found. Slashes work on Windows, too.",
  examples: [
    { title: "backslashes", text: 'pidfile = "C:\\temp\\prosody.pid"\n', reports: true },
    { title: "right", text: 'pidfile = "C:/temp/prosody.pid"\n', reports: false },
  ],
  fixChanges: "The path leads to the file that was meant, where it led to none.",
};

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 32 || unit === 127) return true;
  }
  return false;
}
