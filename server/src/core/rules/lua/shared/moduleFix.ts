// Corrects the name of a module in place, or takes it out; where the right name stands in the same list already, the wrong one goes.

import type { Fix, LuaContext, Report } from "../../rule.ts";
import { replaceText } from "./literals.ts";
import type { ModuleName } from "../../../semantics/moduleNames.ts";
import type { TableValue } from "../../../model/value.ts";
import { removeItem } from "./removal.ts";
import { code } from "./words.ts";

/** Undefined when the text of the name stands elsewhere. */
export function renameModule({ value, item, name }: ModuleName, to: string, context: LuaContext): Fix | undefined {
  if (value.folded === true) return undefined;
  const { text } = context;
  if (item === undefined || !textsIn(item.table, context).has(to))
    return { title: `Change to ${code(to)}`, edits: [replaceText(text, value.span, to)], safe: true };
  return {
    title: `Remove ${code(name)}: ${code(to)} is in the list already`,
    edits: [removeItem(text, item.table.span, item.entry.span)],
    safe: true,
  };
}

/** Worked out once for a table: every name in it may be a wrong one. */
function textsIn(table: TableValue, context: LuaContext): ReadonlySet<string> {
  const known = context.once(newTexts);
  let texts = known.get(table);
  if (texts === undefined) {
    texts = new Set(table.entries.flatMap(({ value }) => (value.kind === "string" ? [value.value] : [])));
    known.set(table, texts);
  }
  return texts;
}

function newTexts(): Map<TableValue, ReadonlySet<string>> {
  return new Map();
}

/** For a report: nothing when there is no fix. */
export function renaming(module: ModuleName, to: string, context: LuaContext): Pick<Report, "fixes"> {
  const fix = renameModule(module, to, context);
  return fix === undefined ? {} : { fixes: () => [fix] };
}

/** Undefined when the text of the name stands elsewhere, or in no list. */
export function removeModule(
  { value, item, name }: ModuleName,
  { text }: LuaContext,
  safe: boolean,
  title = `Remove ${code(name)}`,
): Fix | undefined {
  if (item === undefined || value.folded === true) return undefined;
  return { title, edits: [removeItem(text, item.table.span, item.entry.span)], safe };
}

/** For a report: nothing when there is no fix. */
export function removing(module: ModuleName, context: LuaContext, safe: boolean, title?: string): Pick<Report, "fixes"> {
  const fix = removeModule(module, context, safe, title);
  return fix === undefined ? {} : { fixes: () => [fix] };
}
