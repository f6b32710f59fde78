// The same option set twice in one section: only the last one counts.

import type { LuaRule } from "../rule.ts";
import { removeItem, removeStatement } from "./shared/removal.ts";
import { code } from "./shared/words.ts";

export const duplicateOption: LuaRule = {
  kind: "lua",
  id: "duplicate-option",
  severity: "warning",
  check({ file, own, schema, text, line, report }) {
    for (const setting of file.settings) {
      if (!setting.certain || (setting.form !== "assign" && setting.form !== "field")) continue;
      const winner = own.assignmentIn(setting.name, setting.section);
      if (winner === undefined || winner === setting || schema.directive(setting.name) !== undefined) continue;
      // A computed value may be made from the earlier one.
      if (winner.value.kind === "dynamic" || winner.value.kind === "broken" || setting.value.kind === "broken") continue;
      if (own.mayBranchBetween(setting, winner)) continue;
      const { section, span, form, name } = setting;
      report({
        span: setting.nameSpan,
        tags: ["unnecessary"],
        message: `${code(name)} is set again on line ${line(winner.nameSpan.start)}, and only the last value counts. Remove one of them, or bring the values together.`,
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
