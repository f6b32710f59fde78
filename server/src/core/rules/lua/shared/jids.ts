// What keeps a text from being a JID, for configurations and for lists in variables.

import { code } from "./words.ts";

export interface JidProblem {
  /** Goes on after a colon. */
  readonly message: string;
  readonly meant?: string;
  readonly safe: boolean;
}

/** Of a text that is wanted to be a JID; undefined also where there is no `@` in it. */
export function jidProblem(text: string): JidProblem | undefined {
  const scheme = /^(?:xmpp|mailto|jabber):(?:\/\/)?(?=[^@]*@)/i.exec(text)?.[0];
  if (scheme !== undefined) {
    const meant = text.slice(scheme.length).replace(/[?/][^]*/, "");
    return { message: `leave out ${code(scheme)}.`, safe: true, ...(jidProblem(meant) === undefined ? { meant } : {}) };
  }
  const bare = text.replace(/\/[^]*/, "");
  const at = bare.indexOf("@");
  if (at < 0) return undefined;
  const account = bare.slice(0, at);
  const domain = bare.slice(at + 1);
  if (account === "") return { message: "the account before the `@` is missing.", safe: false };
  if (domain === "") return { message: "the domain behind the `@` is missing.", safe: false };
  if (domain.includes("@")) return { message: "there is one `@` in it, not more.", safe: false };
  const port = /^([^:]+):\d+$/.exec(domain)?.[1];
  if (port !== undefined) return { message: "a port is no part of it.", meant: `${account}@${port}`, safe: true };
  if (/[\s"&'/:<>]/.test(account))
    return { message: "the part before the `@` has a character that cannot be there.", safe: false };
  return /[\s"&'<>,;]/.test(domain) ? { message: "behind the `@` stands no domain name.", safe: false } : undefined;
}
