// The names of modules that a part of a file writes: the ground of the rules about modules.

import { moduleNamesIn } from "../../../semantics/moduleNames.ts";
import type { ModuleName } from "../../../semantics/moduleNames.ts";
import type { LuaContext } from "../../rule.ts";

export function modulesOf(context: LuaContext): readonly ModuleName[] {
  return context.once(findModules);
}

function findModules({ file, schema }: LuaContext): readonly ModuleName[] {
  return moduleNamesIn(file, schema);
}
