// Words of a Dockerfile: without the quotes and escapes that the builder takes away, and with those that it needs.

import { ELSEWHERE } from "../../text/elsewhere.ts";
import type { Span } from "../../text/span.ts";
import type { Given } from "./syntax.ts";

export type Escape = "\\" | "`";

const GOES_ON: Readonly<Record<Escape, RegExp>> = {
  "\\": /\\[ \t]*\r?\n(?:[ \t]*\r?\n|[ \t]*#[^\n]*(?:\n|$))*/g,
  "`": /`[ \t]*\r?\n(?:[ \t]*\r?\n|[ \t]*#[^\n]*(?:\n|$))*/g,
};

/** A piece of an instruction as one line: comments and empty lines in between do not count. */
export const onOneLine = (raw: string, escape: Escape): string => raw.replace(GOES_ON[escape], "");

/** Quotes and the escape character are taken away, and nothing is known where a variable stands. */
export function givenWord(text: string, span: Span, escape: Escape): Given {
  const raw = text.slice(span.start, span.end);
  return /["'$\\`]/.test(raw) ? { text: unquoted(onOneLine(raw, escape), escape), span } : { text: raw, span, verbatim: span };
}

function unquoted(raw: string, escape: Escape): string {
  let result = "";
  let quote = "";
  for (let i = 0; i < raw.length; i++) {
    const c = raw.charAt(i);
    if (quote === "'" ? c === "'" : (c === '"' || c === "'") && (quote === "" || quote === c)) quote = quote === "" ? c : "";
    else if (quote === "'") result += c;
    else if (c === escape) {
      const next = raw.charAt(++i);
      // In double quotes, before anything else, it is a character like others.
      result += quote === '"' && next !== '"' && next !== "$" && next !== escape ? c + next : next;
    } else if (c === "$") {
      const reference = /^\$(?:\{[^}]*\}?|[A-Za-z_]\w*)/.exec(raw.slice(i, i + 200))?.[0];
      result += reference === undefined ? c : ELSEWHERE;
      i += (reference?.length ?? 1) - 1;
    } else result += c;
  }
  return result;
}

/** With the quotes that are needed; of `NAME=value` around the value. */
export function quoted(text: string, escape: Escape): string {
  if (/^[\w./:@%+,=-]+$/.test(text)) return text;
  const cut = text.indexOf("=");
  const name = /^[\w.-]+=/.test(text) ? text.slice(0, cut + 1) : "";
  return `${name}"${text.slice(name.length).replace(/[\\`"$]/g, (character) => (character === "`" && escape === "\\" ? character : escape + character))}"`;
}

/** `["a", "b"]`; undefined for anything else. */
export function jsonWords(raw: string): readonly string[] | undefined {
  if (!raw.startsWith("[")) return undefined;
  try {
    const list: unknown = JSON.parse(raw);
    return Array.isArray(list) && list.every((item) => typeof item === "string") ? list : undefined;
  } catch {
    return undefined;
  }
}
