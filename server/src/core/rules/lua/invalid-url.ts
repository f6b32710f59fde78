// Addresses of the web that are none: without scheme, with blanks, with a slash too few.

import type { Fix, LuaRule } from "../rule.ts";
import { replaceText } from "./shared/literals.ts";
import { subject, textsOf } from "./shared/texts.ts";
import { code } from "./shared/words.ts";
import { ofKind } from "./shared/concerns.ts";

export const invalidUrl: LuaRule = {
  kind: "lua",
  id: "invalid-url",
  severity: "warning",
  concerns: ofKind("url"),
  check(context) {
    for (const place of textsOf(context, "url")) {
      const { value, text, option } = place;
      if (isUrl(text)) continue;
      const wanted = MAIL.test(text)
        ? 'a URL, so that an address begins with "mailto:" or "xmpp:"'
        : 'a URL with its scheme, such as "https://chat.example.org/"';
      const meant = value.folded === true ? [] : intended(text);
      const fixes = meant.map((url): Fix => ({
        title: `Change to ${code(url)}`,
        edits: [replaceText(context.text, value.span, url)],
        safe: false,
      }));
      context.report({
        span: value.span,
        message: `${subject(place, value)} takes ${wanted}.`,
        page: option.page,
        ...(fixes.length === 0 ? {} : { fixes: () => fixes }),
      });
    }
  },
};

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
