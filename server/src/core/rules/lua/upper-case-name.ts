// Names of hosts and accounts in upper case, in lists that are compared letter by letter with names in lower case.

import { textRule } from "./shared/textRule.ts";

export const upperCaseName = textRule({
  id: "upper-case-name",
  severity: "warning",
  kinds: ["domain"],
  problem({ text }) {
    const name = text.replace(/\/[^]*/, "");
    if (!/[A-Z]/.test(name) || !/^[\w.@-]+$/.test(name)) return undefined;
    return {
      says: "is compared letter by letter with names of XMPP, and those are in lower case: this matches nobody.",
      meant: name.toLowerCase() + text.slice(name.length),
    };
  },
});
