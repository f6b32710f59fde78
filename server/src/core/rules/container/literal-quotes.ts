// Quotes that a list of variables keeps as a part of the value.

import type { ContainerRule } from "../rule.ts";
import { offer } from "../env/shared/edits.ts";
import { configurationOf, officialContainers } from "./shared/official.ts";

export const literalQuotes: ContainerRule = {
  kind: "container",
  id: "literal-quotes",
  severity: "warning",
  check({ file, schema, report }) {
    const said = new Set<number>();
    for (const container of officialContainers(file)) {
      if (configurationOf(container) === "own") continue;
      for (const { keepsQuotes, name, readings, valueSpan, write } of container.variables.variables) {
        const value = readings[0]?.value;
        if (!keepsQuotes || value === undefined || schema.variable(name) === undefined || said.has(valueSpan.start)) continue;
        said.add(valueSpan.start);
        const edit = write(value.slice(1, -1));
        const message =
          file.form === "compose"
            ? "In a list the quotes become a part of the value. Leave them out, or put the whole item in quotes."
            : "These quotes become a part of the value. Leave the inner ones out.";
        report({
          span: valueSpan,
          message,
          ...offer(edit === undefined ? [] : [{ title: "Remove the quotes", edits: [edit], safe: true }]),
        });
      }
    }
  },
};
