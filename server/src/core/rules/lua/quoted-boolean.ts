// "true" and "false" in quotes: texts, which Prosody understands in some places, and which count as true in others.

import type { LuaRule } from "../rule.ts";
import { subject, typedLeaves } from "./shared/texts.ts";
import { code } from "./shared/words.ts";
import { ofKind } from "./shared/concerns.ts";
import { changing } from "./shared/fixing.ts";

export const quotedBoolean: LuaRule = {
  kind: "lua",
  id: "quoted-boolean",
  severity: "warning",
  concerns: ofKind("boolean"),
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
        ...changing(value, word, true, "Take the quotes away"),
      });
    }
  },
};
