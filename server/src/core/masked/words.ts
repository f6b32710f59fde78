// What looks like a secret where only words tell: names, addresses with passwords, comments.

import type { Span } from "../text/span.ts";

/** Also misspelled: `passwrd`. */
const SECRET_NAME =
  /(?:secre?t|secert|sercet|secet|(?:^|_)(?:pass(?:w\w{0,6}|phrase)?|pasw\w{0,6}|pwd)|tok[ea]?n|api_?key|private_?key|credential)s?$/i;

/** By the last word of the name. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/** What a web address says of the user, and its query, which may hold a token. */
export function secretsInAddress(text: string, { start, end }: Span): readonly Span[] {
  const address = text.slice(start, end);
  const at = address.lastIndexOf("@");
  const colon = address.indexOf(":");
  const slashes = address.indexOf("//");
  const query = address.search(/[?]|(?:secret|passw(?:or)?d|token|key)=/i);
  const user = slashes >= 0 ? slashes + 2 : colon + 1;
  // A password without the sign behind it stands where a port should.
  const port = slashes < 0 || at > user ? -1 : address.slice(user).search(/:[^0-9:\]]/);
  return [
    ...(port < 0 ? [] : [{ start: start + user + port + 1, end }]),
    ...(at > user && user > 0 ? [{ start: start + user, end: start + at }] : []),
    ...(query < 0 || query + 1 === address.length ? [] : [{ start: start + query + 1, end }]),
  ];
}

/** Options that are switched off are in comments: of each line, what follows the first sign of a value. */
export function secretsInComment(text: string, { start, end }: Span): readonly Span[] {
  const hidden: Span[] = [];
  for (const line of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const sign = /[=:"'{[]|(?:secret|passw(?:or)?[dt]|token)s?\b/i.exec(
      line[0].replace(/^--(?:\[=*\[)?/, (opener) => " ".repeat(opener.length)),
    );
    if (sign === null) continue;
    const from = start + line.index;
    const rest = { start: from + sign.index + sign[0].length, end: from + line[0].length };
    if (rest.start < rest.end) hidden.push(rest);
  }
  return hidden;
}
