// Modules that have been replaced or have become empty.

import type { Deprecation } from "../../schema/types.ts";
import { isAlwaysDeprecated } from "../../schema/version.ts";
import type { LuaContext, LuaRule, Report } from "../rule.ts";
import { removing, renaming } from "./shared/moduleFix.ts";
import { modulesOf } from "./shared/modulesOf.ts";
import type { ModuleName } from "../../semantics/moduleNames.ts";
import { deprecationNow } from "./shared/typedSettings.ts";
import { code } from "./shared/words.ts";

export const deprecatedModule: LuaRule = {
  kind: "lua",
  id: "deprecated-module",
  severity: "warning",
  byVersion: true,
  check(context) {
    const { schema } = context;
    for (const module of modulesOf(context)) {
      const known = schema.module(module.name);
      if (known === undefined || module.use === "disable" || known.availability !== "now") continue;
      const deprecation = known.entry === undefined ? undefined : deprecationNow(known.entry, schema);
      if (deprecation === undefined) continue;
      context.report({
        span: module.value.span,
        tags: ["deprecated"],
        message: messageFor(module.name, deprecation),
        page: known.page,
        always: isAlwaysDeprecated(known.entry),
        ...(module.use === "enable" ? replacing(module, deprecation.to, context) : {}),
      });
    }
  },
};

function messageFor(name: string, { to, note = "" }: Deprecation): string {
  const advice = to === undefined ? "Remove it from the list." : `Use ${code(to)}.`;
  return [`${code(name)} is deprecated.`, note, advice].filter((part) => part !== "").join(" ");
}

function replacing(module: ModuleName, successor: string | undefined, context: LuaContext): Pick<Report, "fixes"> {
  return successor === undefined ? removing(module, context, true) : renaming(module, successor, context);
}
