// Words of the configuration language that the older version does not have: a file with one of them does not load there.

import type { LuaAnalysis } from "../analyse.ts";
import { code, prosody } from "../rules/lua/shared/words.ts";
import type { Schema } from "../schema/schema.ts";
import type { UpgradeEntry } from "./upgrade.ts";

export function missingDirectives({ syntax, file, text }: LuaAnalysis, from: Schema, to: Schema): readonly UpgradeEntry[] {
  const missing = new Set(
    to.directives
      .filter(({ name, availability }) => availability === "later" && from.directive(name)?.availability === "now")
      .map(({ name }) => name)
      // An option or variable of the author's may be called so.
      .filter((name) => ![...file.settings, ...file.locals].some((other) => other.name === name)),
  );
  if (missing.size === 0) return [];
  return syntax.tokens
    .filter((token, i) => token.kind === "name" && missing.has(token.text) && !isField(syntax.tokens[i - 1]?.text))
    .filter(({ end }) => !/^\s*=(?!=)/.test(text.slice(end, end + 20)))
    .map(({ text: name, start, end }) => ({
      kind: "breaks" as const,
      severity: "error" as const,
      rule: "directive-not-yet",
      message: `${code(name)} exists since Prosody ${to.directive(name)?.since ?? "later"}; with ${prosody(to.version)} the file does not load.${name === "Lua" ? " Write the name without it." : ""}`,
      span: { start, end },
    }));
}

function isField(before: string | undefined): boolean {
  return before === "." || before === ":";
}
