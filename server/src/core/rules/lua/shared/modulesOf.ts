// The modules that a part names: what it enables for sure, and what its components are made of.

import type { LuaContext } from "../../rule.ts";
import { moduleOfComponent } from "../../../semantics/configuration.ts";
import type { UsedModule } from "../../../semantics/configuration.ts";
import { moduleNamesIn } from "../../../semantics/moduleNames.ts";
import type { ModuleName } from "../../../semantics/moduleNames.ts";

export function modulesOf(context: LuaContext): readonly ModuleName[] {
  return context.once(findModules);
}

function findModules({ file, schema }: LuaContext): readonly ModuleName[] {
  return moduleNamesIn(file, schema);
}

/** What `modules_enabled` names for sure. What the file switches off anywhere is left out. */
export function enabledModules(context: LuaContext): readonly ModuleName[] {
  return modulesOf(context).filter((module) => context.own.isEnabling(module));
}

/** Those and what components are made of. */
export function usedModules(context: LuaContext): readonly UsedModule[] {
  return [
    ...enabledModules(context).map(({ name, value, section }) => ({ name, span: value.span, section })),
    ...context.file.sections.flatMap(moduleOfComponent),
  ];
}
