// Items of lists that the image cannot use: unknown modules, components without a module, administrators that are no addresses.

import type { EnvRule, Fix, RuleDocs } from "../rule.ts";
import { changeValue, offer } from "./shared/edits.ts";
import { listItems } from "./shared/listItems.ts";
import { itemProblem } from "./shared/lists.ts";
import type { ItemProblem } from "./shared/lists.ts";
import { knownSubjects, valueSpan } from "./shared/subject.ts";

export const listItem: EnvRule = {
  kind: "env",
  meta: {
    id: "list-item",
    severity: "warning",
    summary: "Items of a list that the image cannot use.",
    fixable: true,
  },
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

export const docs: RuleDocs = {
  category: "variables",
  description:
    "Items are not checked when the container starts: a module that does not exist is only told in the log, an administrator without " +
    "`@`, or with more than an address, just gets no rights, and a host is a bare domain name. A component without its module after a colon is worse, for then Prosody does not start. Secrets are never shown.",
  fixChanges: "The item is what was meant, and no longer something that does not exist.",
  examples: [
    { title: "Prefix", text: "PROSODY_ENABLE_MODULES=mod_mam\n", reports: true },
    { title: "Misspelt module", text: "PROSODY_ENABLE_MODULES=websockets,bosh\n", reports: true },
    { title: "No module", text: "PROSODY_COMPONENTS=rooms.example.com\n", reports: true },
    { title: "No address", text: "PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_ADMINS=admin\n", reports: true },
    {
      title: "In order",
      text: "PROSODY_ENABLE_MODULES=mam,websocket\nPROSODY_COMPONENTS=rooms.example.com:muc\nPROSODY_ADMINS=admin@example.com\n",
      reports: false,
    },
  ],
};

function fixesFor({ meant, part: { span } }: ItemProblem): readonly Fix[] {
  return meant === "" ? [] : changeValue(meant, span);
}
