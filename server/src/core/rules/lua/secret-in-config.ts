// Passwords and secrets that stand in the configuration itself.

import { ownFile } from "../../model/project.ts";
import type { LuaRule, RuleDocs } from "../rule.ts";
import { isPlaceholder, secretsOf, takingOut } from "./shared/secrets.ts";
import { code } from "./shared/words.ts";

export const secretInConfig: LuaRule = {
  kind: "lua",
  meta: {
    id: "secret-in-config",
    severity: "hint",
    fixable: true,
    summary: "A password or secret that stands in the configuration itself.",
  },
  check(context) {
    const { schema, project, report } = context;
    if (schema.directive("FileLine")?.availability !== "now") return;
    const { versioned, worldReadable } = (project === undefined ? undefined : ownFile(project)) ?? {};
    // That others see it for certain is told by rules of their own.
    if (versioned === true || worldReadable === true) return;
    for (const secret of secretsOf(context)) {
      if (isPlaceholder(secret)) continue;
      report({
        span: secret.value.span,
        message: `The secret ${code(secret.name)} stands here for everyone who sees this file. Keep it in a file of its own and read that with ${code("FileLine")}, or take it from an environment variable.`,
        page: "https://prosody.im/doc/configure",
        ...takingOut(secret, context),
      });
    }
  },
};

export const docs: RuleDocs = {
  category: "security",
  description:
    "A configuration is shown to others, copied and put under version control more easily than one thinks. Since 13.0 a secret can " +
    'stay in a file of its own, `FileLine "secrets/turn"`, or come from systemd with `Credential "turn"`; in every version it can ' +
    "come from an environment variable, `ENV_TURN_SECRET`. The fixes write that and take the secret out: put it into its new place first.",
  examples: [
    { title: "for all to see", text: 'turn_external_secret = "correct horse"\n', reports: true },
    { title: "from a file", text: 'turn_external_secret = FileLine "secrets/turn"\n', reports: false },
    { title: "from the environment", text: "turn_external_secret = ENV_TURN_SECRET\n", reports: false },
  ],
};
