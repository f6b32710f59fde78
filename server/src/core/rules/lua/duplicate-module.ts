// A module that stands twice in one list.

import type { TableValue } from "../../model/value.ts";
import type { LuaRule, RuleDocs } from "../rule.ts";
import { moduleNames } from "./shared/moduleNames.ts";
import type { ModuleName } from "./shared/moduleNames.ts";
import { removeItem } from "./shared/removal.ts";
import { code } from "./shared/words.ts";

export const duplicateModule: LuaRule = {
  kind: "lua",
  meta: {
    id: "duplicate-module",
    severity: "information",
    fixable: true,
    summary: "A module that stands twice in one list.",
  },
  check({ file, schema, text, report }) {
    const lists = new Map<TableValue, Map<string, ModuleName>>();
    for (const module of moduleNames(file, schema)) {
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
          fixes: () => [
            { title: "Remove the second one", edits: [removeItem(text, item.table.span, item.entry.span)], safe: true },
          ],
        });
      }
    }
  },
};

export const docs: RuleDocs = {
  category: "structure",
  description:
    "A list of modules is a set: naming one twice does nothing more. It does no harm either, but whoever takes out the one and leaves " +
    "the other will wonder why the module still loads.",
  examples: [
    { title: "twice", text: 'modules_enabled = { "mam"; "roster"; "mam" }\n', reports: true },
    {
      title: "in two lists",
      text: 'modules_enabled = { "roster" }\nVirtualHost "a.example"\n\tmodules_enabled = { "mam" }\n',
      reports: false,
    },
  ],
};
