// Secrets that everybody would try first, or that were never filled in.

import type { LuaRule } from "../rule.ts";
import { isPlaceholder, secretsOf, takingOut } from "./shared/secrets.ts";
import { code } from "./shared/words.ts";
import { withSecrets } from "./shared/concerns.ts";

export const secretPlaceholder: LuaRule = {
  kind: "lua",
  id: "secret-placeholder",
  severity: "warning",
  concerns: withSecrets,
  check(context) {
    const { own, report } = context;
    for (const secret of secretsOf(context)) {
      if (!isPlaceholder(secret)) continue;
      report({
        span: secret.value.span,
        ...(own.isForTests ? { severity: "information" as const } : {}),
        message: `The secret ${code(secret.name)} looks as if it was never filled in: it is among the first that anyone would try. Choose a long random one, as ${code("openssl rand -hex 32")} makes it, in all places that share it.`,
        ...takingOut(secret, context),
      });
    }
  },
};
