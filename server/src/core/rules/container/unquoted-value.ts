// Values in YAML that stand without quotes and are no texts: refused, or read in different ways.

import type { ContainerFile, ContainerVariable } from "../../model/container.ts";
import type { ContainerRule, Fix, Report } from "../rule.ts";
import { offer } from "../env/shared/edits.ts";
import { officialContainers } from "./shared/official.ts";

export const unquotedValue: ContainerRule = {
  kind: "container",
  id: "unquoted-value",
  severity: "warning",
  check({ file, schema, text, report }) {
    const said = new Set<number>();
    for (const { variables } of officialContainers(file)) {
      for (const variable of variables.variables) {
        if (schema.variable(variable.name) === undefined || said.has(variable.valueSpan.start)) continue;
        const problem = problemOf(file, variable, text);
        if (problem === undefined) continue;
        said.add(variable.valueSpan.start);
        report(problem);
      }
    }
  },
};

function problemOf({ form }: ContainerFile, { bare, valueSpan, write }: ContainerVariable, text: string): Report | undefined {
  if (bare === undefined || (form === "compose" && bare === "number")) return undefined;
  const edit = write(text.slice(valueSpan.start, valueSpan.end));
  const fixes: readonly Fix[] = edit === undefined ? [] : [{ title: "Put quotes around it", edits: [edit], safe: true }];
  if (form === "kubernetes") {
    const what = bare === "boolean" ? "a truth value" : "a number";
    const message = `Without quotes this is ${what}, and Kubernetes refuses the manifest. Put quotes around it.`;
    return { span: valueSpan, message, severity: "error", ...offer(fixes) };
  }
  if (bare === "boolean") {
    const message =
      "Without quotes this is a truth value, which not all programs for compose files pass on as it stands. Put quotes around it.";
    return { span: valueSpan, message, severity: "information", ...offer(fixes) };
  }
  const message = "What the container gets of this depends on the version of Compose. Put quotes around it.";
  return { span: valueSpan, message, ...offer(fixes) };
}
