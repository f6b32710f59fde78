// Variables set to nothing, where that does not mean "not given".

import type { EnvRule, RuleDocs } from "../rule.ts";
import { EMPTY } from "./shared/consequences.ts";
import { removeLine } from "./shared/edits.ts";
import { knownSubjects } from "./shared/subject.ts";

export const emptyValue: EnvRule = {
  kind: "env",
  meta: {
    id: "empty-value",
    severity: "warning",
    summary: "Empty variables that count as given.",
    fixable: true,
  },
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

export const docs: RuleDocs = {
  category: "variables",
  description:
    "To the image's configuration an empty variable is set: Lua takes an empty text for true, so the default is not used. " +
    "`PROSODY_SQL_DRIVER=` selects SQL storage without a driver, `PROSODY_TURN_SECRET=` enables TURN with an empty secret. " +
    "Remove the line to get the default. Variables that take an empty value well are not reported.",
  fixChanges: "The image uses its default instead of an empty text.",
  examples: [
    { title: "Driver", text: "PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_SQL_DRIVER=\n", reports: true },
    { title: "Harmless", text: "PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_ENABLE_MODULES=\n", reports: false },
  ],
};
