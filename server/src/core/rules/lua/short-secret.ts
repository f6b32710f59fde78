// Secrets that can be found by trying.

import type { LuaRule } from "../rule.ts";
import { isPlaceholder, secretsOf, takingOut } from "./shared/secrets.ts";
import { code } from "./shared/words.ts";
import { withSecrets } from "./shared/concerns.ts";

/** Shorter ones can be found by trying. */
const SHORT = 8;

export const shortSecret: LuaRule = {
  kind: "lua",
  id: "short-secret",
  severity: "information",
  concerns: withSecrets,
  check(context) {
    for (const secret of secretsOf(context)) {
      if (secret.value.value.length >= SHORT || isPlaceholder(secret)) continue;
      context.report({
        span: secret.value.span,
        message: `The secret ${code(secret.name)} has fewer than eight characters and can be found by trying. Nobody has to remember it: choose a long random one, as ${code("openssl rand -hex 32")} makes it, in all places that share it.`,
        ...takingOut(secret, context),
      });
    }
  },
};
