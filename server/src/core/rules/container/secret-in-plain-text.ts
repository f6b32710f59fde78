// Secrets that stand in a file which is usually shared.

import type { ContainerFile } from "../../model/container.ts";
import type { ContainerRule } from "../rule.ts";
import { officialContainers } from "./shared/official.ts";

export const secretInPlainText: ContainerRule = {
  kind: "container",
  id: "secret-in-plain-text",
  severity: "information",
  check({ file, schema, report }) {
    const said = new Set<number>();
    for (const { variables } of officialContainers(file)) {
      for (const { name, readings, valueSpan } of variables.variables) {
        const value = readings[0]?.value;
        if (schema.variable(name)?.secret !== true || value === undefined || value === "" || said.has(valueSpan.start)) continue;
        // Instructions show something in its place.
        if (isPlaceholder(value)) continue;
        said.add(valueSpan.start);
        report({ span: valueSpan, ...ADVICE[file.form] });
      }
    }
  },
};

const ADVICE: Readonly<Record<ContainerFile["form"], { readonly message: string; readonly severity?: "warning" }>> = {
  compose: {
    message:
      "A secret stands here for everybody who sees this file. Take it from the environment (`${NAME}`) or from an `env_file`.",
  },
  kubernetes: { message: "A secret stands here for everybody who sees this file. Take it from a Secret with `valueFrom`." },
  quadlet: {
    message: "A secret stands here for everybody who sees this unit. Take it from an `EnvironmentFile=` or a `Secret=`.",
  },
  commandLine: {
    message: "A secret stands here for everybody who sees this file or the list of processes. Take it from an env file.",
  },
  dockerfile: {
    message: "A secret in `ENV` becomes a part of the image, for everybody who has it. Give it when the container is started.",
    severity: "warning",
  },
};

const LONGEST_PLACEHOLDER = 200;

/** `changeme`, `your-password`, `<secret>`, `xxx`. */
function isPlaceholder(value: string): boolean {
  return (
    value.length <= LONGEST_PLACEHOLDER &&
    /^[<[{(.*[>\]})]$|^(?:x+|\*+|\.+|…)$|change[-_ ]?(?:me|this)|^(?:your|my|some|the)[-_ ]|^(?:password|secret|redacted|example)$/i.test(
      value,
    )
  );
}
