// Variables set to nothing, where that does not mean "not given".

import type { EnvRule } from "../rule.ts";
import { EMPTY } from "./shared/consequences.ts";
import { removeLine } from "./shared/edits.ts";
import { knownSubjects } from "./shared/subject.ts";

export const emptyValue: EnvRule = {
  kind: "env",
  id: "empty-value",
  severity: "warning",
  check(context) {
    for (const { info, values, variable } of knownSubjects(context)) {
      const effect = EMPTY[info.name];
      if (effect === undefined || info.empty !== "set" || values.some((value) => value !== "")) continue;
      context.report({
        span: variable.nameSpan,
        message: `An empty \`${info.name}\` counts as given. ${effect} Remove the line to get the default.`,
        page: info.page,
        fixes: () => [removeLine(context.text, variable.span, true)],
      });
    }
  },
};
