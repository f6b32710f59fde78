// Corrects the name of a module in place, or takes it out; where the right name stands in the same list already, the wrong one goes.

import type { Fix, LuaContext } from "../../rule.ts";
import { replaceText } from "./literals.ts";
import type { ModuleName } from "../../../semantics/moduleNames.ts";
import { removeItem } from "./removal.ts";
import { code } from "./words.ts";

/** Undefined when the text of the name stands elsewhere. */
export function renameModule({ value, item, name }: ModuleName, to: string, { text }: LuaContext): Fix | undefined {
  if (value.folded === true) return undefined;
  const isListed = item?.table.entries.some((entry) => entry.value.kind === "string" && entry.value.value === to) === true;
  if (item === undefined || !isListed)
    return { title: `Change to ${code(to)}`, edits: [replaceText(text, value.span, to)], safe: true };
  return {
    title: `Remove ${code(name)}: ${code(to)} is in the list already`,
    edits: [removeItem(text, item.table.span, item.entry.span)],
    safe: true,
  };
}

/** For a report: nothing when there is no fix. */
export function renaming(module: ModuleName, to: string, context: LuaContext): { readonly fixes?: () => readonly Fix[] } {
  const fix = renameModule(module, to, context);
  return fix === undefined ? {} : { fixes: () => [fix] };
}

/** Undefined when the text of the name stands elsewhere, or in no list. */
export function removeModule({ value, item, name }: ModuleName, { text }: LuaContext, safe: boolean): Fix | undefined {
  if (item === undefined || value.folded === true) return undefined;
  return { title: `Remove ${code(name)}`, edits: [removeItem(text, item.table.span, item.entry.span)], safe };
}

/** For a report: nothing when there is no fix. */
export function removing(module: ModuleName, context: LuaContext, safe: boolean): { readonly fixes?: () => readonly Fix[] } {
  const fix = removeModule(module, context, safe);
  return fix === undefined ? {} : { fixes: () => [fix] };
}
