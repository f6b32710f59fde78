// Secrets in a file that a git repository holds.

import type { LuaRule } from "../rule.ts";
import { isPlaceholder, secretsOf, takingOut } from "./shared/secrets.ts";
import { code } from "./shared/words.ts";
import { withSecrets } from "./shared/concerns.ts";

export const secretInVersionControl: LuaRule = {
  kind: "lua",
  id: "secret-in-version-control",
  severity: "warning",
  concerns: withSecrets,
  check(context) {
    const { report } = context;
    if (context.exposure?.versioned !== true) return;
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
