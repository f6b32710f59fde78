// Stars in names of hosts and accounts, where Prosody compares whole names.

import { textRule } from "./shared/textRule.ts";

export const wildcardName = textRule({
  id: "wildcard-name",
  severity: "warning",
  kinds: ["domain", "barejid", "jid"],
  problem({ text, kinds, item }) {
    if (!/^\*$|^\*[.@]|@\*/.test(text) || (item === true && /[\s,;]/.test(text))) return undefined;
    const domain = kinds.has("domain") ? /^\*@([^*@]+)$/.exec(text)?.[1] : undefined;
    return {
      says: `is compared with whole names, and a star stands for nothing but itself: this matches nobody.${domain === undefined ? "" : " The domain alone stands for all of its users."}`,
      meant: domain,
    };
  },
});
