// Variables of the image beside a configuration that takes the place of the one which reads them.

import { isHere } from "../../text/span.ts";
import type { ContainerRule } from "../rule.ts";
import { configurationOf, isTooOld, officialContainers, replacesConfig } from "./shared/official.ts";

export const pointlessVariables: ContainerRule = {
  kind: "container",
  id: "pointless-variables",
  severity: "information",
  check({ file, schema, report }) {
    for (const container of officialContainers(file)) {
      const known = container.variables.variables.filter(
        ({ name }) => name.startsWith("PROSODY_") && schema.variable(name) !== undefined,
      );
      const first = known.find(({ nameSpan }) => isHere(nameSpan));
      if (first === undefined) continue;
      const mount = container.mounts.find(replacesConfig);
      if (isTooOld(container.image)) {
        const message = `Images of Prosody ${container.image.tag ?? ""} read no such variables: they came with 0.12.`;
        report({ span: first.nameSpan, message, related: [{ span: container.image.span, message: "The image." }] });
      } else if (mount !== undefined && configurationOf(container) === "own") {
        report({
          span: first.nameSpan,
          message: `A configuration of your own takes the place of the image's, which is what reads the variables. Unless yours reads them itself, ${known.length === 1 ? "this one has" : "they have"} no effect.`,
          related: [{ span: mount.span, message: "The configuration." }],
        });
      }
    }
  },
};
