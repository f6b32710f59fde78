// Secrets in a file that a git repository holds.

import { ownFile } from "../../model/project.ts";
import type { LuaRule, RuleDocs } from "../rule.ts";
import { isPlaceholder, secretsOf, takingOut } from "./shared/secrets.ts";
import { code } from "./shared/words.ts";

export const secretInVersionControl: LuaRule = {
  kind: "lua",
  meta: {
    id: "secret-in-version-control",
    severity: "warning",
    fixable: true,
    summary: "A secret in a file that is under version control.",
  },
  check(context) {
    const { project, report } = context;
    if (project === undefined || ownFile(project)?.versioned !== true) return;
    for (const secret of secretsOf(context)) {
      if (isPlaceholder(secret)) continue;
      report({
        span: secret.value.span,
        message: `This file is under version control, and everyone who has the repository, now or later, has the secret ${code(secret.name)} too. Keep it outside and choose a new one if the repository was ever shared.`,
        page: "https://prosody.im/doc/configure",
        ...takingOut(secret, context),
      });
    }
  },
};

export const docs: RuleDocs = {
  category: "security",
  description:
    "What was committed once stays in the history, also when the line is changed later. A secret belongs into a file that the " +
    "repository ignores, or into an environment variable. The fixes write that and take the secret out: put it into its new place " +
    "first. A file is under version control when it lies in a git repository whose lists do not ignore it; where none is found, nothing is said.",
  examples: [
    {
      title: "in the repository",
      text: '--- prosody.cfg.lua versioned\nturn_external_secret = "correct horse"\n',
      reports: true,
    },
    { title: "not in one", text: '--- prosody.cfg.lua\nturn_external_secret = "correct horse"\n', reports: false },
    { title: "right", text: "--- prosody.cfg.lua versioned\nturn_external_secret = ENV_TURN_SECRET\n", reports: false },
  ],
};
