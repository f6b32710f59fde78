// Variables that the one configuration which gets them does not read.

import { isLikeOfficial, ownVariable } from "../../model/envNames.ts";
import type { EnvRule, RuleDocs } from "../rule.ts";

export const unusedVariable: EnvRule = {
  kind: "env",
  meta: {
    id: "unused-variable",
    severity: "hint",
    summary: "A variable that the configuration does not read.",
    fixable: false,
  },
  check(context) {
    const { file, schema, report } = context;
    // Variables in a container say themselves what they are for.
    if (file.dialects.length === 0) return;
    const own = file.variables.filter(
      ({ name }) => ownVariable(name) && !isLikeOfficial(name) && schema.variable(name) === undefined,
    );
    if (own.length === 0) return;
    const { uses } = context;
    if (uses?.certain !== true) return;
    for (const { name, nameSpan } of own) {
      if (uses.names.has(name)) continue;
      report({
        span: nameSpan,
        tags: ["unnecessary"],
        message: `The configuration that gets this file reads no \`${name}\`. Remove it, or check its name.`,
      });
    }
  },
};

const OTHERS =
  "--- prosody.cfg.lua\nadmins = { ENV_ADMIN }\n--- compose.yaml\nservices:\n  prosody:\n    image: prosodyim/prosody:13.0\n    env_file: chat.env\n    volumes:\n      - ./prosody.cfg.lua:/etc/prosody/prosody.cfg.lua:ro\n";

export const docs: RuleDocs = {
  category: "variables",
  description:
    "An env file that a compose file or a Quadlet unit gives to one container alone, in which a configuration of your own takes the " +
    "place of the image's, is read by that configuration alone. A variable whose name occurs in none of its files, nor in any other file " +
    "around them, does nothing. Names that programs read by themselves, such as `TZ`, are left alone. On the command line it is told " +
    "when the whole folder is checked.",
  examples: [
    { title: "read nowhere", text: `--- chat.env\nADMIN=admin@example.com\nCHAT_DOMAIN=example.com\n${OTHERS}`, reports: true },
    { title: "read", text: `--- chat.env\nADMIN=admin@example.com\n${OTHERS}`, reports: false },
  ],
};
