// Variables set to nothing, where that does not mean "not given".

import type { EnvRule } from "../rule.ts";
import { removeLine } from "./shared/edits.ts";
import { knownSubjects } from "./shared/subject.ts";

export const emptyValue: EnvRule = {
  kind: "env",
  id: "empty-value",
  severity: "warning",
  check(context) {
    for (const { info, values, variable } of knownSubjects(context)) {
      const { whenEmpty } = info;
      if (whenEmpty === undefined || info.empty !== "set" || values.some((value) => value !== "")) continue;
      context.report({
        span: variable.nameSpan,
        message: `An empty \`${info.name}\` counts as given. ${whenEmpty} Remove the line to get the default.`,
        page: info.page,
        fixes: () => [removeLine(context.text, variable.span, true)],
      });
    }
  },
};
