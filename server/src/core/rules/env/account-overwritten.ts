// An account that the container registers at every start, so that its password never stays changed.

import type { EnvRule } from "../rule.ts";
import { removeLine } from "./shared/edits.ts";
import { givenIn } from "./shared/given.ts";
import { subjectsOf } from "./shared/subject.ts";

export const accountOverwritten: EnvRule = {
  kind: "env",
  id: "account-overwritten",
  severity: "information",
  check(context) {
    const given = givenIn(subjectsOf(context));
    const [local, domain, password] = ["LOCAL", "DOMAIN", "PASSWORD"].map((name) => given.get(name));
    if (local === undefined || domain === undefined || password === undefined) return;
    context.report({
      span: password.variable.nameSpan,
      message:
        "The container registers this account at every start, so a password that was changed since is set back to this one. " +
        "Remove the three lines once the account exists.",
      ...(password.info === undefined ? {} : { page: password.info.page }),
      fixes: () => [
        {
          title: "Remove the three lines",
          edits: [local, domain, password].flatMap(({ variable }) => removeLine(context.text, variable.span, false).edits),
          changes: ["LOCAL", "DOMAIN", "PASSWORD"],
          safe: false,
        },
      ],
      related: [local, domain].map(({ variable }) => ({ span: variable.nameSpan, message: "Part of the same account." })),
    });
  },
};
