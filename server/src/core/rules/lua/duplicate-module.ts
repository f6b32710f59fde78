// A module that stands twice in one list.

import type { TableValue } from "../../model/value.ts";
import type { LuaRule } from "../rule.ts";
import { modulesOf } from "./shared/modulesOf.ts";
import type { ModuleName } from "../../semantics/moduleNames.ts";
import { removeItem } from "./shared/removal.ts";
import { code } from "./shared/words.ts";
import { fixing } from "./shared/fixing.ts";

export const duplicateModule: LuaRule = {
  kind: "lua",
  id: "duplicate-module",
  severity: "information",
  check(context) {
    const { text, report } = context;
    const lists = new Map<TableValue, Map<string, ModuleName>>();
    for (const module of modulesOf(context)) {
      const { name, item, value } = module;
      if (item === undefined) continue;
      const list = lists.get(item.table) ?? new Map<string, ModuleName>();
      lists.set(item.table, list);
      const first = list.get(name);
      if (first === undefined) list.set(name, module);
      else {
        report({
          span: value.span,
          tags: ["unnecessary"],
          message: `${code(name)} is in this list already. Once is enough: remove one of them.`,
          related: [{ span: first.value.span, message: "It stands here first" }],
          ...fixing("Remove the second one", true, () => removeItem(text, item.table.span, item.entry.span)),
        });
      }
    }
  },
};
