// The same option set twice in one section: only the last one counts.

import type { Setting } from "../../model/config.ts";
import { isUnion } from "../../schema/kinds/describe.ts";
import type { TypeSpec } from "../../schema/types.ts";
import { sameValue } from "../../semantics/equals.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { mergeLists } from "./shared/mergeLists.ts";
import { removeSetting } from "./shared/removal.ts";
import { code } from "./shared/words.ts";

export const duplicateOption: LuaRule = {
  kind: "lua",
  id: "duplicate-option",
  severity: "warning",
  check(context) {
    const { file, own, schema, text, line, report } = context;
    for (const setting of file.settings) {
      if (!isAssignment(setting)) continue;
      const winner = own.assignmentIn(setting.name, setting.section);
      if (winner === setting) reportLater(setting, context);
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

function isAssignment({ certain, form }: Setting): boolean {
  return certain && (form === "assign" || form === "field");
}

/** A file that is read later sets it in the same section, or in another one for the same host. */
function reportLater(setting: Setting, context: LuaContext): void {
  const { own, config, schema, report } = context;
  const { name, section, value, nameSpan } = setting;
  const option = schema.option(name);
  if (config.files.length < 2 || config.isCertain(setting) || option === undefined || value.kind === "dynamic") return;
  const { project } = context;
  const files = project?.files ?? [];
  const at = files.findIndex(({ path }) => path === project?.path);
  const isBefore = !own.hasIncludes || (at === 0 && setting.span.start < (own.firstInclude?.span.start ?? 0));
  // What follows an Include is read after what it includes.
  const later = isBefore ? files.slice(at + 1).filter(({ file }) => file.includes.length === 0) : [];
  for (const { path, name: file } of later.reverse()) {
    const index = config.indexOf(path);
    const found = section.kind === "global" ? index?.globalSettings(name) : index?.settingsIn(name, section);
    const winner = found?.findLast(isAssignment);
    if (winner === undefined) continue;
    if (winner.value.kind === "dynamic" || winner.value.kind === "broken" || sameValue(winner.value, value)) return;
    const isList = value.kind === "table" && takesList(option.type);
    report({
      span: nameSpan,
      ...(MODULES.has(name) ? {} : { severity: "information" as const }),
      message: `${code(name)} is set again in ${code(file)}, which Prosody reads later, and only ${isList ? "that list" : "that value"} counts. Bring them together in one place.`,
      page: option.page,
    });
    return;
  }
}

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
