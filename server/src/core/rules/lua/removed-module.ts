// Modules that are no longer part of Prosody.

import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { removeModule, renameModule } from "./shared/moduleFix.ts";
import { modulesOf } from "./shared/modulesOf.ts";
import type { ModuleName } from "../../semantics/moduleNames.ts";
import { code, prosody } from "./shared/words.ts";

export const removedModule: LuaRule = {
  kind: "lua",
  id: "removed-module",
  severity: "warning",
  byVersion: true,
  check(context) {
    const { schema, report } = context;
    for (const module of modulesOf(context)) {
      const { name, value, use } = module;
      const known = schema.module(name);
      if (use === "disable" || known?.entry === undefined || known.availability !== "gone") continue;
      const to = successorOf(name, context);
      const fix = fixFor(module, to, context);
      report({
        span: value.span,
        tags: ["deprecated"],
        message: `${code(name)} is no longer part of Prosody since ${known.entry.removed ?? "earlier"}, so ${prosody(schema.version)} cannot load it.${to === undefined ? "" : ` Use ${code(to)}.`}`,
        page: known.page,
        ...(fix === undefined ? {} : { fixes: () => [fix] }),
      });
    }
  },
};

/** Its successor may have a successor by now. */
function successorOf(name: string, { schema }: LuaContext): string | undefined {
  const seen = new Set([name]);
  let to = schema.module(name)?.entry?.deprecated?.to;
  while (to !== undefined && !seen.has(to)) {
    seen.add(to);
    const next: string | undefined = schema.module(to)?.entry?.deprecated?.to;
    if (next === undefined) break;
    to = next;
  }
  return to;
}

function fixFor(module: ModuleName, to: string | undefined, context: LuaContext): Fix | undefined {
  const { value } = module;
  if (value.folded === true) return undefined;
  if (to !== undefined) {
    const fix = renameModule(module, to, context);
    return fix === undefined ? undefined : { ...fix, safe: false };
  }
  return removeModule(module, context, false);
}
