// Variables of the environment that a configuration reads and nothing gives to its server.

import { isLikeOfficial, ownVariable } from "../../model/envNames.ts";
import { envValues } from "../../model/envValues.ts";
import type { LuaRule } from "../rule.ts";
import { code } from "./shared/words.ts";

export const undefinedVariable: LuaRule = {
  kind: "lua",
  id: "undefined-variable",
  severity: "information",
  check(context) {
    const { file, schema, own, report } = context;
    const taken = envValues(file).filter(({ value, certain }) => certain && value.fallback === undefined);
    if (taken.length === 0) return;
    const { environment } = context;
    if (environment?.certain !== true) return;
    for (const { value } of taken) {
      const { name, span } = value;
      if (environment.names.has(name) || !ownVariable(name) || isLikeOfficial(name) || schema.variable(name) !== undefined)
        continue;
      // Whoever looks at it in another way as well reckons with its being absent.
      if (own.isProbed(name)) continue;
      report({
        span,
        message: `Nothing sets ${code(name)} for this server, so there is no value here. Set it where the container gets its variables, or write a default: ${code(`ENV_${name} or "…"`)}.`,
      });
    }
  },
};
