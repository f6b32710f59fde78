// Blanks before or behind a name, an address or a path: they belong to it, and nothing has such a name.

import { textRule } from "./shared/textRule.ts";

const NAMES = ["host", "domain", "jid", "barejid", "ip", "cidr", "address", "url", "origin", "path", "certificate"] as const;

export const blankAround = textRule({
  id: "blank-around",
  severity: "warning",
  kinds: [...NAMES, "mediatype", "language", "role", "permission", "xmlns"],
  problem({ value, text }) {
    if (value.value === text) return undefined;
    return {
      says: "has blanks at its ends, and between quotes they count. Remove them.",
      meant: text,
      title: "Remove the blanks",
    };
  },
});
