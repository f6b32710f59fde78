// "true" and "false" in quotes: texts, which Prosody understands in some places, and which count as true in others.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { subject, typedLeaves } from "./shared/texts.ts";
import { code } from "./shared/words.ts";

export const quotedBoolean: LuaRule = {
  kind: "lua",
  meta: {
    id: "quoted-boolean",
    severity: "warning",
    fixable: true,
    summary: '`"true"` or `"false"` in quotes.',
  },
  check(context) {
    for (const leaf of typedLeaves(context)) {
      const { value, kinds, setting, option } = leaf;
      if (value.kind !== "string" || (value.value !== "true" && value.value !== "false")) continue;
      if (!kinds.has("boolean") || kinds.has("string") || kinds.has("enum")) continue;
      const word = value.value;
      // Options are converted when modules ask for them as booleans; what stands in their tables is not.
      const isConverted = option.raw !== true && value === setting.value;
      const isLost = !isConverted && word === "false";
      context.report({
        span: value.span,
        ...(isConverted ? { severity: "hint" as const } : {}),
        message: `${subject(leaf, value)} takes ${code("true")} or ${code("false")} without quotes. ${isConverted ? "Prosody understands the text here, but not everywhere." : isLost ? "This is a text, and to Lua every text counts as true." : "This is a text, and not the same everywhere."}`,
        page: option.page,
        ...(value.folded === true
          ? {}
          : { fixes: () => [{ title: "Take the quotes away", edits: [{ span: value.span, newText: word }], safe: true }] }),
      });
    }
  },
};

export const docs: RuleDocs = {
  category: "values",
  description:
    'In quotes, `"false"` is a text of five letters, and to Lua every text is as good as true. Most options are converted, so that ' +
    "the quotes do no harm and this is only a hint; a few of the core's, and what stands inside of tables, are read as they are. There " +
    '`"false"` switches on what it should switch off.',
  examples: [
    { title: "switched on by mistake", text: 'VirtualHost "example.org"\n\tenabled = "false"\n', reports: true },
    { title: "understood", text: 'allow_registration = "true"\n', reports: true },
    { title: "right", text: "allow_registration = true\n", reports: false },
  ],
  fixChanges: '`"false"` counts as true where Prosody does not convert it; without quotes it is false.',
};
