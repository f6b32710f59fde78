// Items of lists that the image cannot use: unknown modules, components without a module, administrators that are no addresses.

import type { EnvRule, Fix } from "../rule.ts";
import { changeValue, offer } from "./shared/edits.ts";
import { listItems } from "./shared/listItems.ts";
import { itemProblem } from "./shared/lists.ts";
import type { ItemProblem } from "./shared/lists.ts";
import { knownSubjects, valueSpan } from "./shared/subject.ts";

export const listItem: EnvRule = {
  kind: "env",
  id: "list-item",
  severity: "warning",
  check(context) {
    const { file, schema } = context;
    const names = new Set(file.variables.map((variable) => variable.name));
    for (const subject of knownSubjects(context)) {
      const items = listItems(subject);
      for (const [i, item] of items.entries()) {
        const problem = itemProblem(subject.info, item, schema, names, items[i - 1]);
        if (problem === undefined) continue;
        context.report({
          span: problem.part.span ?? valueSpan(subject),
          message: problem.message,
          severity: problem.severity,
          page: problem.page ?? subject.info.page,
          ...offer(fixesFor(problem)),
        });
      }
    }
  },
};

function fixesFor({ meant, part: { span } }: ItemProblem): readonly Fix[] {
  return meant === "" ? [] : changeValue(meant, span);
}
