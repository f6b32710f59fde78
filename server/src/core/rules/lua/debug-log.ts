// Logs of all that Prosody says, which is meant for finding a fault.

import { keyText } from "../../model/value.ts";
import type { TableEntry, TableValue, Value } from "../../model/value.ts";
import type { Span } from "../../text/span.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { replaceText } from "./shared/literals.ts";
import { removeItem } from "./shared/removal.ts";
import { typedSettings } from "./shared/typedSettings.ts";
import { code } from "./shared/words.ts";

const LEVEL = "debug";
const USUAL = "info";

export const debugLog: LuaRule = {
  kind: "lua",
  id: "debug-log",
  severity: "hint",
  concerns: (name) => name === "log",
  check(context) {
    for (const { setting, option } of typedSettings(context)) {
      const { name, value, certain } = setting;
      if (name !== "log" || !certain || value.kind !== "table" || value.folded === true) continue;
      if (context.own.isForTests) return;
      for (const { span, fix } of value.entries.flatMap((entry) => debugging(entry, value, context))) {
        context.report({
          span,
          message: `With the level ${code(LEVEL)} the log grows quickly and tells who writes to whom and when. Go back to ${code(USUAL)} when the fault is found.`,
          page: option.page,
          fixes: () => [fix],
        });
      }
    }
  },
};

interface Place {
  readonly span: Span;
  readonly fix: Fix;
}

function debugging(entry: TableEntry, log: TableValue, { text }: LuaContext): readonly Place[] {
  if (entry.key !== undefined) {
    const { span } = entry.key;
    if (keyText(entry) !== LEVEL || text.slice(span.start, span.end) !== LEVEL) return [];
    const taken = log.entries.some((other) => keyText(other) === USUAL);
    const fix: Fix = taken
      ? { title: `Remove ${code(LEVEL)}`, edits: [removeItem(text, log.span, entry.span)], safe: false }
      : { title: `Change to ${code(USUAL)}`, edits: [{ span, newText: USUAL }], safe: false };
    return [{ span, fix }];
  }
  return lowest(entry.value).map(({ span }) => ({
    span,
    fix: { title: `Change to ${code(USUAL)}`, edits: [replaceText(text, span, USUAL)], safe: false },
  }));
}

/** The text that says `min = "debug"`. */
function lowest(rule: Value): readonly Value[] {
  const field = (table: Value, key: string): readonly Value[] =>
    table.kind === "table" ? table.entries.flatMap((entry) => (keyText(entry) === key ? [entry.value] : [])) : [];
  const levels = field(rule, "levels").flatMap((value) => field(value, "min"));
  return levels.filter((value) => value.kind === "string" && value.value === LEVEL && value.folded !== true);
}
