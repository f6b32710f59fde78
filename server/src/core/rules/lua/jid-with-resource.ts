// JIDs with the name of a device behind a slash, where accounts are compared without one.

import { textRule } from "./shared/textRule.ts";

export const jidWithResource = textRule({
  id: "jid-with-resource",
  severity: "warning",
  kinds: ["barejid"],
  problem({ text, kinds }) {
    const [, meant] = /^([^\s@/:,;]+@[^\s@/:,;]+)\/.*$/.exec(text) ?? [];
    if (meant === undefined || kinds.has("jid")) return undefined;
    return {
      says: "takes accounts, and what stands behind the slash names one device of an account: so it matches nobody. Leave it out.",
      meant,
    };
  },
});
