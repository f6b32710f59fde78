// Variables of the image beside a configuration that takes the place of the one which reads them.

import { isHere } from "../../text/span.ts";
import type { ContainerRule, RuleDocs } from "../rule.ts";
import { configurationOf, isTooOld, officialContainers, replacesConfig } from "./shared/official.ts";

export const pointlessVariables: ContainerRule = {
  kind: "container",
  meta: {
    id: "pointless-variables",
    severity: "information",
    summary: "Variables beside a configuration that takes the place of the image's.",
    fixable: false,
  },
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

export const docs: RuleDocs = {
  category: "containers",
  description:
    "The variables work because the configuration in the image reads them. A mount over `/etc/prosody` or over `prosody.cfg.lua` in it hides " +
    "that configuration. Either leave the variables out, or mount additions to `/etc/prosody/conf.d` only. It is told once, at the first variable.",
  examples: [
    {
      title: "Own configuration",
      text: "services:\n  prosody:\n    image: prosodyim/prosody:13.0\n    environment:\n      PROSODY_ADMINS: admin@example.com\n    volumes:\n      - ./prosody.cfg.lua:/etc/prosody/prosody.cfg.lua:ro\n",
      reports: true,
    },
    {
      title: "Addition",
      text: "services:\n  prosody:\n    image: prosodyim/prosody:13.0\n    environment:\n      PROSODY_ADMINS: admin@example.com\n    volumes:\n      - ./conf.d:/etc/prosody/conf.d:ro\n",
      reports: false,
    },
    {
      title: "Copied",
      text: "FROM prosodyim/prosody:13.0\nCOPY prosody.cfg.lua /etc/prosody/\nENV PROSODY_LOGLEVEL=debug\n",
      reports: true,
    },
  ],
};
