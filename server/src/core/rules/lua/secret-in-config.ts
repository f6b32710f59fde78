// Passwords and secrets that stand in the configuration itself.

import type { LuaRule } from "../rule.ts";
import { isPlaceholder, secretsOf, takingOut } from "./shared/secrets.ts";
import { code } from "./shared/words.ts";
import { withSecrets } from "./shared/concerns.ts";

export const secretInConfig: LuaRule = {
  kind: "lua",
  id: "secret-in-config",
  severity: "hint",
  concerns: withSecrets,
  check(context) {
    const { schema, report } = context;
    if (schema.directive("FileLine")?.availability !== "now") return;
    const { versioned, worldReadable } = context.exposure ?? {};
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
