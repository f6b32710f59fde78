// Empty texts where a name, an address or a path is wanted: set, and yet nothing.

import { isUnion } from "../../schema/kinds/describe.ts";
import type { Fix, LuaRule } from "../rule.ts";
import { removeItem, removeStatement } from "./shared/removal.ts";
import { subject, typedLeaves } from "./shared/texts.ts";
import type { Kind, TypedLeaf } from "./shared/texts.ts";
import { code } from "./shared/words.ts";

const NAMES: ReadonlySet<Kind> = new Set<Kind>(
  "host domain jid barejid ip cidr address url origin path certificate module provider mediatype language role".split(
    " ",
  ) as Kind[],
);

/** Whether any text may stand there. */
function isFree({ type, among = [type] }: TypedLeaf): boolean {
  return among.some((one) => {
    if (typeof one === "string") return one === "string" || one === "any";
    return !isUnion(one) && one.is === "string" && one.pattern === undefined;
  });
}

export const emptyText: LuaRule = {
  kind: "lua",
  id: "empty-text",
  severity: "information",
  check(context) {
    for (const leaf of typedLeaves(context)) {
      const { value, kinds, option } = leaf;
      if (value.kind !== "string" || value.value.trim() !== "" || option.origin === "community") continue;
      if (![...kinds].some((kind) => NAMES.has(kind)) || isFree(leaf)) continue;
      const fix = fixOf(leaf, context.text);
      context.report({
        span: value.span,
        message: `${subject(leaf, value)} is empty, which is not the same as unset: Prosody takes the text as it is. Write a value, or remove it.`,
        page: option.page,
        ...(fix === undefined ? {} : { fixes: () => [fix] }),
      });
    }
  },
};

/** What is required is left for the user to fill in. */
function fixOf({ value, inside, item, setting, option }: TypedLeaf, text: string): Fix | undefined {
  if (value.folded === true) return undefined;
  if (item === true && inside?.entry.value === value && inside.table.folded !== true) {
    const edit = removeItem(text, inside.table.span, inside.entry.span);
    return { title: "Remove it from the list", edits: [edit], safe: true };
  }
  if (setting.form !== "assign" || setting.value !== value || option.requiredBy !== undefined) return undefined;
  return { title: `Remove ${code(option.name)}`, edits: [removeStatement(text, setting.span)], safe: false };
}
