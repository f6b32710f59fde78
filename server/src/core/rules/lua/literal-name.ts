// True, NULL, None, yes: words for values that are others in Lua. Written that way they are variables that nobody set.

import type { Setting } from "../../model/config.ts";
import type { NilValue, Value } from "../../model/value.ts";
import { checkScalar } from "../../schema/kinds/scalars.ts";
import type { LuaContext, LuaRule } from "../rule.ts";
import { leavesIn } from "./shared/valueParts.ts";
import { code } from "./shared/words.ts";

export const literalName: LuaRule = {
  kind: "lua",
  id: "literal-name",
  severity: "warning",
  check(context) {
    const { schema, report } = context;
    for (const setting of settingsWithUnset(context)) {
      const type = schema.option(setting.name)?.type ?? "any";
      for (const leaf of leavesIn(context, type, setting.value)) {
        for (const value of unsetIn(leaf.value)) {
          const literal = literalFor(value.unsetName, leaf.value === value && leaf.type === "boolean");
          if (literal === undefined) continue;
          report({
            span: value.span,
            message: `Lua takes ${code(value.unsetName)} for the name of a variable, and nothing sets it: ${value === setting.value ? `${code(setting.name)} counts as unset` : "this one is missing"}. Lua's own word is ${code(literal)}.`,
            fixes: () => [{ title: `Change to ${code(literal)}`, edits: [{ span: value.span, newText: literal }], safe: true }],
          });
        }
      }
    }
  },
};

export interface Unset extends NilValue {
  readonly unsetName: string;
}

/** The value that the word plainly stands for. Words for yes and no count where a boolean is wanted. */
export function literalFor(word: string, wantsBoolean: boolean): string | undefined {
  const lower = word.toLowerCase();
  if (lower === "true" || lower === "false") return lower;
  if (["nil", "null", "none", "undefined"].includes(lower)) return "nil";
  const meant = wantsBoolean ? checkScalar("boolean", word, { raw: true })?.meant : undefined;
  return typeof meant === "boolean" ? String(meant) : undefined;
}

/** Those with a value from a variable that nobody set: mostly there are none. */
export function settingsWithUnset(context: LuaContext): readonly Setting[] {
  return context.once(findSettings);
}

function findSettings({ file }: LuaContext): readonly Setting[] {
  return file.settings.filter(({ certain, form, value }) => certain && form !== "member" && hasUnset(value));
}

function hasUnset(value: Value): boolean {
  return value.kind === "table" ? value.entries.some((entry) => hasUnset(entry.value)) : isUnset(value);
}

/** The value itself, or what stands in a table that the type says nothing about. */
export function unsetIn(value: Value): readonly Unset[] {
  if (value.kind === "table") return value.entries.flatMap((entry) => unsetIn(entry.value));
  return isUnset(value) ? [value] : [];
}

function isUnset(value: Value): value is Unset {
  return value.kind === "nil" && value.unsetName !== undefined && value.folded !== true;
}
