// An account on a host that the container does not have.

import type { EnvRule } from "../rule.ts";
import { nearest } from "../suggest.ts";
import { changeValue, offer } from "./shared/edits.ts";
import { componentsIn, givenIn, hostsIn, oneValue } from "./shared/given.ts";
import { knownSubjects, subjectsOf, valueSpan } from "./shared/subject.ts";

export const accountHost: EnvRule = {
  kind: "env",
  id: "account-host",
  severity: "error",
  check(context) {
    const subjects = subjectsOf(context);
    const known = knownSubjects(context);
    const given = givenIn(subjects);
    const account = given.get("DOMAIN");
    const domain = oneValue(account);
    const hosts = hostsIn(known);
    if (account === undefined || domain === undefined || hosts === undefined || hosts.length === 0) return;
    if (!given.has("LOCAL") || !given.has("PASSWORD")) return;
    const names = hosts.map(({ text }) => text.toLowerCase());
    // What a component does with an account is another question.
    const components = componentsIn(subjects)?.map(({ name }) => name.text.toLowerCase());
    if (components === undefined || [...names, ...components].includes(domain.trim().toLowerCase())) return;
    const [only, ...others] = names;
    const meant = others.length === 0 ? only : nearest(domain, names);
    context.report({
      span: valueSpan(account),
      message:
        "This is none of the hosts in `PROSODY_VIRTUAL_HOSTS`. Unless the extra configuration adds it, the account cannot be registered and the container stops.",
      ...(account.info === undefined ? {} : { page: account.info.page }),
      ...offer(changeValue(meant, account.place).map((fix) => ({ ...fix, safe: false }))),
    });
  },
};
