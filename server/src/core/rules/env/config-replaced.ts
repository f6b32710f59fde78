// A configuration of one's own beside variables that only the image's configuration reads.

import type { EnvRule } from "../rule.ts";
import { removeLine } from "./shared/edits.ts";
import { oneValue } from "./shared/given.ts";
import { knownSubjects } from "./shared/subject.ts";

export const configReplaced: EnvRule = {
  kind: "env",
  id: "config-replaced",
  severity: "information",
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
