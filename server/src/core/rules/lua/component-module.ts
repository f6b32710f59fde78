// Modules in the wrong of the two places where modules are named: modules_enabled, and the line of a Component.

import type { ModuleInfo } from "../../schema/schema.ts";
import type { ModuleEntry } from "../../schema/types.ts";
import type { LuaContext, LuaRule } from "../rule.ts";
import type { ModuleName } from "../../semantics/moduleNames.ts";
import { modulesOf } from "./shared/modulesOf.ts";
import { code } from "./shared/words.ts";
import { removing, renameModule } from "./shared/moduleFix.ts";
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
      if (known === undefined || known.origin === "own") continue;
      if (name.use === "enable") checkListed(name, known, context);
      if (name.use === "component" && known.origin === "bundled" && !canBeComponent(known)) noComponent(name, known, context);
    }
  },
};

function checkListed(name: ModuleName, known: ModuleInfo, context: LuaContext): void {
  const { section } = name;
  if (known.kind === "component" && section.kind !== "component") refused(name, known, context);
  // The component in which it stands may be what is broken. What came into Prosody under another name is told by a rule of its own.
  if (known.availability !== "now" || context.own.hasDoubtful || isSuperseded(known)) return;
  const { hostsOnly, replacedOn } = (known.origin === "community" ? known.community : known.entry) ?? {};
  const home = homeComponent(known.name, context.schema);
  if (home !== undefined && isElsewhere(name, home, context)) misplaced(name, home, known, context);
  if (hostsOnly === true && section.kind === "component") onComponent(name, known, context);
  if (
    replacedOn !== undefined &&
    section.kind === "component" &&
    section.module?.kind === "string" &&
    section.module.value === replacedOn.component
  )
    replaced(name, replacedOn, known, context);
}

function isSuperseded({ origin, community }: ModuleInfo): boolean {
  return origin === "community" && community?.successor !== undefined;
}

function refused(name: ModuleName, known: ModuleInfo, context: LuaContext): void {
  const line = known.name === "component" ? 'Component "…"' : `Component "…" "${known.name}"`;
  const since = known.kindSince === undefined ? "" : ` from ${known.kindSince} on`;
  context.report({
    span: name.value.span,
    message: `${code(known.name)} only loads as a component${since} and refuses to load from here. Give it an address with ${code(line)} below and remove it from the list.`,
    page: known.page,
    ...removing(name, context, false, "Remove it from the list"),
  });
}

function onComponent(name: ModuleName, known: ModuleInfo, context: LuaContext): void {
  context.report({
    span: name.value.span,
    message: `${code(known.name)} works on a ${code("VirtualHost")} only and refuses to load on a component. Remove it from the list.`,
    page: known.page,
    ...removing(name, context, false, "Remove it from the list"),
  });
}

function replaced(name: ModuleName, { by, note, component }: Replacement, known: ModuleInfo, context: LuaContext): void {
  const fix = renameModule(name, by, context);
  context.report({
    span: name.value.span,
    message: `${code(known.name)} is for hosts; ${code(by)} does this on a component made of ${code(component)}. ${note} Name ${code(by)}.`,
    page: known.page,
    ...(fix === undefined ? {} : { fixes: () => [{ ...fix, safe: false }] }),
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

type Replacement = NonNullable<ModuleEntry["replacedOn"]>;

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
