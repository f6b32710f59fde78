// Items that stand twice in a list in which once is enough.

import type { Value } from "../../model/value.ts";
import { isUnion } from "../../schema/kinds/describe.ts";
import type { TypeSpec } from "../../schema/types.ts";
import type { LuaRule } from "../rule.ts";
import { removeItem } from "./shared/removal.ts";
import { typedSettings } from "./shared/typedSettings.ts";
import { ofKind } from "./shared/concerns.ts";

export const duplicateItem: LuaRule = {
  kind: "lua",
  id: "duplicate-item",
  severity: "information",
  concerns: ofKind("list"),
  check(context) {
    for (const { setting, option } of typedSettings(context)) {
      const { value, certain } = setting;
      if (!certain || value.kind !== "table" || !isSet(option.type)) continue;
      const seen = new Map<string, (typeof value.entries)[number]>();
      for (const entry of value.entries) {
        const item = entry.value;
        if (
          entry.key !== undefined ||
          isEmpty(item) ||
          (item.kind !== "string" && item.kind !== "number") ||
          item.folded === true
        )
          continue;
        const key = `${item.kind} ${item.value}`;
        const first = seen.get(key);
        if (first === undefined) seen.set(key, entry);
        else {
          context.report({
            span: item.span,
            tags: ["unnecessary"],
            message: "This is in the list already. Once is enough: remove one of them.",
            related: [{ span: first.span, message: "It stands here first" }],
            page: option.page,
            fixes: () => [
              { title: "Remove the second one", edits: [removeItem(context.text, value.span, entry.span)], safe: true },
            ],
          });
        }
      }
    }
  },
};

/** Has a rule of its own. */
function isEmpty(item: Value): boolean {
  return item.kind === "string" && item.value.trim() === "";
}

/** Kinds of which two are one. Modules have a rule of their own. */
const KINDS = new Set(["port", "host", "domain", "address", "ip", "cidr", "jid", "barejid", "url", "path", "xmlns", "mediatype"]);

function isSet(type: TypeSpec): boolean {
  if (isUnion(type)) return type.some(isSet);
  if (typeof type === "string" || type.is !== "list") return false;
  const items: readonly TypeSpec[] = isUnion(type.items) ? type.items : [type.items];
  return items.every((item) => KINDS.has(typeof item === "string" ? item : "is" in item ? item.is : ""));
}
