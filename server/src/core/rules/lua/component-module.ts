// Modules in the wrong of the two places where modules are named: modules_enabled, and the line of a Component.

import type { ModuleInfo } from "../../schema/schema.ts";
import type { LuaContext, LuaRule } from "../rule.ts";
import type { ModuleName } from "../../semantics/moduleNames.ts";
import { modulesOf } from "./shared/modulesOf.ts";
import { code } from "./shared/words.ts";
import { removing } from "./shared/moduleFix.ts";
import { removeItem } from "./shared/removal.ts";
import { movingHome } from "./shared/enabling.ts";
import { homeComponent } from "../../semantics/loaded.ts";

export const componentModule: LuaRule = {
  kind: "lua",
  id: "component-module",
  severity: "warning",
  check(context) {
    for (const name of modulesOf(context)) {
      const known = context.schema.module(name.name);
      if (known?.origin !== "bundled") continue;
      if (name.use === "enable" && known.kind === "component" && name.section.kind !== "component") refused(name, known, context);
      // The component in which it stands may be what is broken.
      const isKnown = name.use === "enable" && known.availability === "now" && !context.own.hasDoubtful;
      const home = isKnown ? homeComponent(known.name, context.schema) : undefined;
      if (home !== undefined && isElsewhere(name, home, context)) misplaced(name, home, known, context);
      if (name.use === "component" && !canBeComponent(known)) noComponent(name, known, context);
    }
  },
};

function refused(name: ModuleName, known: ModuleInfo, context: LuaContext): void {
  const line = known.name === "component" ? 'Component "…"' : `Component "…" "${known.name}"`;
  context.report({
    span: name.value.span,
    message: `${code(known.name)} only loads as a component and refuses to load from here. Give it an address with ${code(line)} below and remove it from the list.`,
    page: known.page,
    ...removing(name, context, false, "Remove it from the list"),
  });
}

/** Not on a component of that kind, and on none that may be one. */
function isElsewhere({ section }: ModuleName, home: string, { schema }: LuaContext): boolean {
  if (section.kind !== "component") return true;
  const { module } = section;
  return module?.kind === "string" && module.value !== home && schema.module(module.value)?.origin === "bundled";
}

function misplaced(name: ModuleName, home: string, known: ModuleInfo, context: LuaContext): void {
  const { item, value } = name;
  const why = name.section.kind === "global" ? "components do not take it over from the global list" : "it has no effect here";
  context.report({
    span: value.span,
    message: `${code(known.name)} only works on a component made of ${code(home)}; ${why}. Enable it in ${code("modules_enabled")} of that component.`,
    page: known.page,
    ...(item === undefined || value.folded === true
      ? {}
      : {
          fixes: () => [
            ...movingHome(known.name, home, removeItem(context.text, item.table.span, item.entry.span), context),
            {
              title: "Remove it from the list",
              edits: [removeItem(context.text, item.table.span, item.entry.span)],
              safe: false,
            },
          ],
        }),
  });
}

function noComponent({ value }: ModuleName, known: ModuleInfo, context: LuaContext): void {
  const provider = known.kind !== "module";
  context.report({
    span: value.span,
    ...(provider ? {} : { severity: "information" as const }),
    message: `${code(known.name)} is not made to be a component: ${provider ? "it is loaded through an option of its own" : "it does its work inside a host. Name it in `modules_enabled`"}.`,
    page: known.page,
  });
}

/** What serves HTTP can well have a name of its own. */
function canBeComponent({ kind, depends }: ModuleInfo): boolean {
  return kind === "component" || kind === "both" || (kind === "module" && depends.some((other) => other.name === "http"));
}
