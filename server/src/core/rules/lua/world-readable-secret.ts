// Secrets in a file that every user of the machine may read.

import type { LuaRule } from "../rule.ts";
import { isPlaceholder, secretsOf, takingOut } from "./shared/secrets.ts";
import { code } from "./shared/words.ts";
import { withSecrets } from "./shared/concerns.ts";

export const worldReadableSecret: LuaRule = {
  kind: "lua",
  id: "world-readable-secret",
  severity: "warning",
  concerns: withSecrets,
  check(context) {
    const { report } = context;
    const { worldReadable, versioned, path = "" } = context.exposure ?? {};
    // A copy under version control has other rights elsewhere.
    if (worldReadable !== true || versioned === true) return;
    const mild = IN_USE.test(path) ? {} : { severity: "information" as const };
    for (const secret of secretsOf(context)) {
      if (isPlaceholder(secret)) continue;
      report({
        span: secret.value.span,
        ...mild,
        message: `Every user of this machine may read the file and so the secret ${code(secret.name)}. Leave it to root and the group of Prosody, ${code("chmod o= FILE")}, or keep the secret elsewhere.`,
        page: "https://prosody.im/doc/configure",
        ...takingOut(secret, context),
      });
    }
  },
};

/** Where servers have their configuration; elsewhere it may be a copy, whose rights say little. */
const IN_USE = /^\/(?:private\/|usr\/local\/|usr\/pkg\/|opt\/[^/]+\/)?etc\//;
