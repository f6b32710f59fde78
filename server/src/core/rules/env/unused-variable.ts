// Variables that the one configuration which gets them does not read.

import { isLikeOfficial, ownVariable } from "../../model/envNames.ts";
import type { EnvRule } from "../rule.ts";

export const unusedVariable: EnvRule = {
  kind: "env",
  id: "unused-variable",
  severity: "hint",
  check(context) {
    const { file, schema, report } = context;
    // Variables in a container say themselves what they are for.
    if (file.dialects.length === 0) return;
    const own = file.variables.filter(
      ({ name }) => ownVariable(name) && !isLikeOfficial(name) && schema.variable(name) === undefined,
    );
    if (own.length === 0) return;
    const { uses } = context;
    if (uses?.certain !== true) return;
    for (const { name, nameSpan } of own) {
      if (uses.names.has(name)) continue;
      report({
        span: nameSpan,
        tags: ["unnecessary"],
        message: `The configuration that gets this file reads no \`${name}\`. Remove it, or check its name.`,
      });
    }
  },
};
