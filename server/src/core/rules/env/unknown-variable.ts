// Variables named like those of the image that it does not read, or not in this version.

import type { EnvRule } from "../rule.ts";
import { changeTo } from "./shared/edits.ts";
import { nearVariable } from "./shared/nearVariable.ts";
import { subjectsOf } from "./shared/subject.ts";

export const unknownVariable: EnvRule = {
  kind: "env",
  id: "unknown-variable",
  severity: "warning",
  check(context) {
    const { schema } = context;
    const subjects = subjectsOf(context);
    const names = new Set(subjects.map((subject) => subject.name));
    for (const { name, info, variable } of subjects) {
      const span = variable.nameSpan;
      if (info !== undefined) {
        if (info.availability === "now") continue;
        const when = info.availability === "later" ? "came only after" : "is gone from";
        context.report({
          span,
          message: `\`${name}\` ${when} the image of Prosody ${schema.version}, so it has no effect there.`,
          page: info.page,
        });
        continue;
      }
      const near = nearVariable(name, schema);
      if (near === undefined) {
        const message = `\`${name}\` is no variable of the official image. Unless your own configuration reads it, it has no effect.`;
        context.report({ span, message, severity: "information" });
        continue;
      }
      const given = names.has(near);
      const message = given
        ? `\`${name}\` is no variable of the official image and has no effect; \`${near}\` is, and is also given here.`
        : `\`${name}\` is no variable of the official image and has no effect. Did you mean \`${near}\`?`;
      context.report({ span, message, ...(given ? {} : { fixes: () => [changeTo(near, span)] }) });
    }
  },
};
