// A configuration of one's own beside variables that only the image's configuration reads.

import type { EnvRule, RuleDocs } from "../rule.ts";
import { removeLine } from "./shared/edits.ts";
import { oneValue } from "./shared/given.ts";
import { knownSubjects } from "./shared/subject.ts";

export const configReplaced: EnvRule = {
  kind: "env",
  meta: {
    id: "config-replaced",
    severity: "information",
    summary: "Variables beside a configuration file that takes the place of the image's.",
    fixable: true,
  },
  check(context) {
    const known = knownSubjects(context);
    const config = known.find(({ name }) => name === "PROSODY_CONFIG");
    const path = oneValue(config);
    if (config === undefined || path === undefined || path === "" || path === config.info.default) return;
    const others = known.filter(({ name }) => name.startsWith("PROSODY_") && name !== "PROSODY_CONFIG");
    if (others.length === 0) return;
    context.report({
      span: config.variable.nameSpan,
      message:
        "This file takes the place of the image's configuration, which is what reads the other variables. Unless your file reads them itself, they have no effect.",
      page: config.info.page,
      fixes: () => [removeLine(context.text, config.variable.span, false)],
      related: others
        .slice(0, 5)
        .map(({ variable }) => ({ span: variable.nameSpan, message: "Read by the image's configuration." })),
    });
  },
};

export const docs: RuleDocs = {
  category: "variables",
  description:
    "`PROSODY_CONFIG` names the main configuration file, for the server and for prosodyctl. The variables work only because the file in " +
    "the image reads them; a file of your own would have to do so itself. To add to the image's configuration, mount a file into " +
    "`/etc/prosody/conf.d` instead.",
  examples: [
    { title: "Replaced", text: "PROSODY_CONFIG=/etc/prosody/own.cfg.lua\nPROSODY_LOGLEVEL=debug\n", reports: true },
    { title: "The image's own", text: "PROSODY_CONFIG=/etc/prosody/prosody.cfg.lua\nPROSODY_LOGLEVEL=debug\n", reports: false },
  ],
};
