// Modules that cannot load, or are of no use, because another one that they need is disabled.

import type { Schema } from "../../schema/schema.ts";
import { holdsIn } from "../../schema/version.ts";
import type { LuaContext, LuaRule } from "../rule.ts";
import type { ModuleName } from "../../semantics/moduleNames.ts";
import { modulesOf } from "./shared/modulesOf.ts";
import { sectionKey } from "../../semantics/sections.ts";
import { code, someOf } from "./shared/words.ts";
import { removing } from "./shared/moduleFix.ts";

export const missingDependency: LuaRule = {
  kind: "lua",
  id: "missing-dependency",
  severity: "warning",
  check(context) {
    for (const module of modulesOf(context)) {
      const { use, setting } = module;
      if (use === "disable" && setting !== undefined && context.config.isCertain(setting)) reportDisabled(module, context);
    }
  },
};

function reportDisabled(disabled: ModuleName, context: LuaContext): void {
  const { schema, config, report } = context;
  const { name, value, section } = disabled;
  const dependents = schema.once(dependentsByModule).get(name) ?? [];
  const users = schema.once(usersByModule).get(name) ?? new Map<string, string>();
  const loaded = (names: readonly string[]): readonly ModuleName[] =>
    config.modulesFor(names, section).filter((other) => isLoaded(other, disabled, context));
  const needing = loaded(dependents);
  const [first] = needing.length > 0 ? needing : loaded([...users.keys()]);
  if (first === undefined) return;
  const why =
    needing.length > 0
      ? `${someOf([...new Set(needing.map((other) => other.name))])} cannot load without ${code(name)}.`
      : `${code(first.name)} is of no use without ${code(name)}: ${users.get(first.name) ?? ""}`;
  report({
    span: value.span,
    message: `${why} Enable it again, or give up what needs it.`,
    ...(context.isHere(first.setting ?? first.section) ? { related: [{ span: first.value.span, message: "Needed here" }] } : {}),
    ...removing(disabled, context, false, `Remove ${code(name)} from the list`),
  });
}

/** For sure, where the other one is disabled. */
function isLoaded({ name, use, section, setting }: ModuleName, { section: at }: ModuleName, context: LuaContext): boolean {
  const { schema, config } = context;
  if (!(setting ?? section).certain || (use !== "enable" && use !== "component")) return false;
  const inSection = (other: ModuleName): boolean => sectionKey(other.section) === sectionKey(at);
  const isOff = (other: ModuleName): boolean =>
    other.use === "disable" && other.setting?.certain === true && (inSection(other) || other.section === section);
  if (config.modulesFor([name], at).some(isOff)) return false;
  if (sectionKey(section) === sectionKey(at) || at.kind === "global") return true;
  const { entry } = schema.module(name) ?? {};
  if (section.kind !== "global" || entry?.global === true) return false;
  return at.kind === "host" || holdsIn(entry?.inheritable, schema.version);
}

/** Those that are of no use without a module, with the reason, by its name. */
function usersByModule({ bundledModules }: Schema): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const users = new Map<string, Map<string, string>>();
  for (const [module, { uses = [] }] of Object.entries(bundledModules))
    for (const { name, note } of uses) users.set(name, (users.get(name) ?? new Map<string, string>()).set(module, note));
  return users;
}

/** Those that cannot load without a module, by its name. */
function dependentsByModule(schema: Schema): ReadonlyMap<string, readonly string[]> {
  const dependents = new Map<string, string[]>();
  for (const { name, depends } of schema.modules.values()) {
    for (const other of depends) {
      if (other.optional !== true) dependents.set(other.name, [...(dependents.get(other.name) ?? []), name]);
    }
  }
  return dependents;
}
