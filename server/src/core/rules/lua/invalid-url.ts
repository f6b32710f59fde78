// Addresses of the web that are none: without scheme, with blanks, with a slash too few.

import type { Fix } from "../rule.ts";
import { replaceText } from "./shared/literals.ts";
import { code } from "./shared/words.ts";
import { textRule } from "./shared/textRule.ts";

export const invalidUrl = textRule({
  id: "invalid-url",
  severity: "warning",
  kinds: ["url"],
  problem({ value, text }, context) {
    if (isUrl(text)) return undefined;
    const wanted = MAIL.test(text)
      ? 'a URL, so that an address begins with "mailto:" or "xmpp:"'
      : 'a URL with its scheme, such as "https://chat.example.org/"';
    const fixes = intended(text).map((url): Fix => ({
      title: `Change to ${code(url)}`,
      edits: [replaceText(context.text, value.span, url)],
      safe: false,
    }));
    return { says: `takes ${wanted}.`, fixes };
  },
});

const MAIL = /^[^\s@/:]+@[^\s@/:]+$/;

function isUrl(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:(?:\/\/[^/\s]|[^/\s])\S*$/i.test(text) && !/^[\w.-]+:\d/.test(text);
}

function intended(text: string): readonly string[] {
  if (MAIL.test(text)) return [`mailto:${text}`, `xmpp:${text}`];
  const slashes = /^(https?|wss?):\/*([\w.-]+(?::\d+)?(?:\/\S*)?)$/i.exec(text);
  if (slashes !== null) return [`${slashes[1] ?? "https"}://${slashes[2] ?? ""}`];
  return /^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/\S*)?$/.test(text) ? [`https://${text}`] : [];
}
