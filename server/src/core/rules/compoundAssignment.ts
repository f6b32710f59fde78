// `modules_enabled += { … }`, which other languages have: what it was meant to do, by what the version of Prosody knows.

import { analyse } from "../analyse.ts";
import type { LuaAnalysis } from "../analyse.ts";
import type { Schema } from "../schema/schema.ts";
import { compareVersions } from "../schema/version.ts";
import type { SyntaxIssue } from "../syntax/issue.ts";
import { blanksBefore } from "../text/indent.ts";
import { mergeLists } from "./lua/shared/mergeLists.ts";
import { removeSetting } from "./lua/shared/removal.ts";
import { code } from "./lua/shared/words.ts";
import type { Fix } from "./rule.ts";

export const COMPOUND_ASSIGNMENT = "compound-assignment";

/** Whether `name:append { … }` adds to a list. */
export function canAppend({ version }: Schema): boolean {
  return compareVersions(version, "13.0") >= 0;
}

/** Where a list is added: by `append`, or by items in the list that stands above. That list stays in any case. */
export function compoundAssignmentFixes({ span }: SyntaxIssue, { text, syntax }: LuaAnalysis, schema: Schema): readonly Fix[] {
  if (!/^\s*\{/.test(text.slice(span.end))) return [];
  const named = blanksBefore(text, span.start);
  const appended = text.slice(0, named) + ":append" + text.slice(span.end);
  const fixes: Fix[] = [];
  if (canAppend(schema) && issuesOf(appended) < syntax.issues.length) {
    const edits = [{ span: { start: named, end: span.end }, newText: ":append" }];
    fixes.push({ title: `Change to ${code(":append")}`, edits, safe: false });
  }
  const merged = mergedInto(text, span.start, span.end);
  return merged === undefined ? fixes : [...fixes, merged];
}

function issuesOf(text: string): number {
  return (analyse("lua", text) as LuaAnalysis).syntax.issues.length;
}

/** As if it were two assignments; the offsets are the same. */
function mergedInto(text: string, start: number, end: number): Fix | undefined {
  const assigned = text.slice(0, start) + "=".padStart(end - start) + text.slice(end);
  const { file } = analyse("lua", assigned) as LuaAnalysis;
  const added = file.settingsAround(start).findLast(({ nameSpan }) => nameSpan.end <= start);
  const list = file
    .settingsNamed(added?.name ?? "")
    .find(({ section, form, span }) => section === added?.section && form === "assign" && span.end <= start);
  if (added?.value.kind !== "table" || list?.value.kind !== "table" || !list.certain || !added.certain) return undefined;
  const edits = mergeLists(assigned, list.value, added.value);
  if (edits === undefined) return undefined;
  const title = `Put the items into ${code(list.name)} above`;
  return { title, edits: [...edits, removeSetting(assigned, added)], safe: false };
}
