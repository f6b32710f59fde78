// The documentation of rules: the second export of each rule's file, which nothing that runs imports.

import type { Rule, RuleDocs } from "../../server/src/core/rules/rule.ts";

const files = import.meta.glob<{ readonly docs: RuleDocs }>("../../server/src/core/rules/{lua,env,container}/*-*.ts", {
  eager: true,
});

export function docsOf(rule: Rule): RuleDocs {
  const file = files[`../../server/src/core/rules/${rule.kind}/${rule.meta.id}.ts`];
  if (file === undefined) throw new Error(`${rule.meta.id} has no documentation`);
  return file.docs;
}
