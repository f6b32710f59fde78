// A module in both lists of one section: modules_disabled has the last word.

import type { LuaRule } from "../rule.ts";
import { modulesOf } from "./shared/modulesOf.ts";
import type { ModuleName } from "../../semantics/moduleNames.ts";
import { removeItem } from "./shared/removal.ts";
import { sectionKey } from "../../semantics/sections.ts";
import { code } from "./shared/words.ts";

export const moduleEnabledAndDisabled: LuaRule = {
  kind: "lua",
  id: "module-enabled-and-disabled",
  severity: "warning",
  check(context) {
    const { text, own, report } = context;
    for (const enabled of modulesOf(context)) {
      if (enabled.use !== "enable" || !isSureItem(enabled)) continue;
      const key = sectionKey(enabled.section);
      const disabled = own
        .modulesNamed(enabled.name, "disable")
        .find((other) => isSureItem(other) && sectionKey(other.section) === key);
      if (disabled === undefined) continue;
      report({
        span: enabled.value.span,
        message: `${code(enabled.name)} is in ${code("modules_disabled")} of the same section too, and that wins: it is not loaded. Remove it from one of the lists.`,
        related: [{ span: disabled.value.span, message: "It is disabled here" }],
        fixes: () =>
          [enabled, disabled].flatMap(({ item, use }) =>
            item === undefined
              ? []
              : [
                  {
                    title: `Remove it from ${code(`modules_${use}d`)}`,
                    edits: [removeItem(text, item.table.span, item.entry.span)],
                    changes: [`modules_${use}d`],
                    safe: false,
                  },
                ],
          ),
      });
    }
  },
};

function isSureItem({ setting, item }: ModuleName): boolean {
  return setting?.certain === true && item !== undefined;
}
