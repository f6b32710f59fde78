// The same option set twice in one section: only the last one counts.

import type { Setting } from "../../model/config.ts";
import { LineIndex } from "../../text/lineIndex.ts";
import type { LuaRule } from "../rule.ts";
import { removeItem, removeStatement } from "./shared/removal.ts";
import { sectionKey } from "../../semantics/sections.ts";
import { code } from "./shared/words.ts";
import { mayBranch } from "./shared/templates.ts";

export const duplicateOption: LuaRule = {
  kind: "lua",
  meta: {
    id: "duplicate-option",
    severity: "warning",
    fixable: true,
    summary: "An option that is set again in the same section.",
  },
  check({ file, schema, text, report }) {
    const last = new Map<string, Setting>();
    let lines: LineIndex | undefined;
    for (const setting of [...file.settings].reverse()) {
      if (!setting.certain || (setting.form !== "assign" && setting.form !== "field")) continue;
      if (schema.directive(setting.name) !== undefined) continue;
      const key = `${sectionKey(setting.section)} ${setting.name}`;
      const winner = last.get(key);
      if (winner === undefined) {
        last.set(key, setting);
        continue;
      }
      // A computed value may be made from the earlier one.
      if (winner.value.kind === "dynamic" || winner.value.kind === "broken" || setting.value.kind === "broken") continue;
      if (mayBranch(text.slice(setting.span.end, winner.span.start))) continue;
      lines ??= new LineIndex(text);
      const { section, span, form, name } = setting;
      report({
        span: setting.nameSpan,
        tags: ["unnecessary"],
        message: `${code(name)} is set again on line ${lines.at(winner.nameSpan.start).line + 1}, and only the last value counts. Remove one of them, or bring the values together.`,
        related: [{ span: winner.nameSpan, message: "This one counts" }],
        fixes: () => [
          {
            title: "Remove this one, which does not count",
            edits: [
              form === "field" && section.table !== undefined
                ? removeItem(text, section.table, span)
                : removeStatement(text, span),
            ],
            safe: false,
          },
        ],
      });
    }
  },
};
