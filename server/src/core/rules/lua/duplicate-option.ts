// The same option set twice in one section: only the last one counts.

import type { Setting } from "../../model/config.ts";
import { isUnion } from "../../schema/kinds/describe.ts";
import type { TypeSpec } from "../../schema/types.ts";
import type { Fix, LuaRule } from "../rule.ts";
import { mergeLists } from "./shared/mergeLists.ts";
import { removeSetting } from "./shared/removal.ts";
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
      const { name, value } = setting;
      const isList = value.kind === "table" && winner.value.kind === "table" && takesList(schema.option(name)?.type);
      const merged = isList ? merging(text, setting, winner) : [];
      // A list of modules that goes takes with it what nobody can do without.
      const isKept = isList && MODULES.has(name);
      report({
        span: setting.nameSpan,
        tags: ["unnecessary"],
        message: `${code(name)} is set again on line ${line(winner.nameSpan.start)}, and only ${isList ? "that list counts. Merge them" : "the last value counts. Remove one of them, or bring the values together"}.`,
        related: [{ span: winner.nameSpan, message: "This one counts" }],
        ...(merged.length === 0 && isKept
          ? {}
          : {
              fixes: () => [
                ...merged,
                ...(isKept
                  ? []
                  : [{ title: "Remove this one, which does not count", edits: [removeSetting(text, setting)], safe: false }]),
              ],
            }),
      });
    }
  },
};

const MODULES = new Set(["modules_enabled", "modules_disabled"]);

function takesList(type: TypeSpec | undefined): boolean {
  if (type === undefined || typeof type === "string") return false;
  return isUnion(type) ? type.some(takesList) : type.is === "list";
}

/** All items stand in the first of them. */
function merging(text: string, { value: into }: Setting, winner: Setting): readonly Fix[] {
  if (into.kind !== "table" || winner.value.kind !== "table") return [];
  const edits = mergeLists(text, into, winner.value);
  return edits === undefined
    ? []
    : [{ title: "Merge both lists into this one", edits: [...edits, removeSetting(text, winner)], safe: false }];
}
