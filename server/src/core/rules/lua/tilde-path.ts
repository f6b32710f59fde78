// Paths that begin with "~": the shell knows where that is, Prosody does not.

import { textRule } from "./shared/textRule.ts";

export const tildePath = textRule({
  id: "tilde-path",
  severity: "warning",
  kinds: ["path", "certificate"],
  problem({ text }) {
    if (!/^~(?:[\w.-]*\/|$)/.test(text)) return undefined;
    return {
      says: "takes a path, and `~` has no meaning in it: Prosody looks for a folder of that name. Write the whole path.",
    };
  },
});
