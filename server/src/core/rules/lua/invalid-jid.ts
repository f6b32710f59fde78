// Texts that are no JID where one is wanted.

import { jidProblem } from "./shared/jids.ts";
import { textRule } from "./shared/textRule.ts";

export const invalidJid = textRule({
  id: "invalid-jid",
  severity: "warning",
  kinds: ["jid", "barejid"],
  problem({ text, item }) {
    // Several in one text are another rule's business.
    const found = item === true && /[\s,;]/.test(text) ? undefined : jidProblem(text);
    return found && { ...found, says: `takes a JID such as \`user@example.org\`: ${found.message}` };
  },
});
