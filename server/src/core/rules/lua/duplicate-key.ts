// Keys that are written twice in one table: the last one counts.

import type { TableEntry, TableValue, Value } from "../../model/value.ts";
import type { LuaRule } from "../rule.ts";
import { isPlain } from "./shared/literals.ts";
import { removeItem } from "./shared/removal.ts";
import { code } from "./shared/words.ts";

export const duplicateKey: LuaRule = {
  kind: "lua",
  id: "duplicate-key",
  severity: "warning",
  check({ file, text, line, report }) {
    for (const table of file.settings.flatMap(({ value }) => tablesIn(value))) {
      const last = new Map<string, TableEntry>();
      for (const entry of [...table.entries].reverse()) {
        const key = entry.key?.value;
        if (key?.kind !== "string" || entry.key === undefined) continue;
        const winner = last.get(key.value);
        if (winner === undefined) {
          last.set(key.value, entry);
          continue;
        }
        report({
          span: entry.key.span,
          tags: ["unnecessary"],
          message: `${code(key.value)} is set again on line ${line(winner.span.start)} in the same table, and only the last value counts. Remove one of them.`,
          related: [{ span: winner.span, message: "This one counts" }],
          fixes: () => [
            {
              title: "Remove this one, which does not count",
              edits: [removeItem(text, table.span, entry.span)],
              safe: isPlain(entry.value),
            },
          ],
        });
      }
    }
  },
};

/** All tables within a value that are written right there. */
function tablesIn(value: Value): readonly TableValue[] {
  if (value.kind !== "table" || value.folded === true) return [];
  return [value, ...value.entries.flatMap((entry) => tablesIn(entry.value))];
}
