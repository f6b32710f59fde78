// Secrets that can be found by trying.

import type { LuaRule, RuleDocs } from "../rule.ts";
import { isPlaceholder, secretsOf, takingOut } from "./shared/secrets.ts";
import { code } from "./shared/words.ts";

/** Shorter ones can be found by trying. */
const SHORT = 8;

export const shortSecret: LuaRule = {
  kind: "lua",
  meta: {
    id: "short-secret",
    severity: "information",
    fixable: true,
    summary: "A secret of fewer than eight characters.",
  },
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

export const docs: RuleDocs = {
  category: "security",
  description:
    "Secrets of components, TURN servers and databases are used by programs alone, so nothing speaks against long random ones. Who " +
    "has a password that was made from a TURN secret can try out secrets at leisure, without asking any server.",
  examples: [
    { title: "short", text: 'turn_external_secret = "x7Kq"\n', reports: true },
    { title: "right", text: 'turn_external_secret = "b91c3d52aa0e47c7"\n', reports: false },
  ],
};
