// Texts that stand without quotes: addresses, paths, sizes with units, and variables as shells write them. Names and numbers are no such
// texts, as Lua understands them.

import type { Habit } from "./habits.ts";
import type { Token } from "./scanner.ts";

const DIRECTIVES: ReadonlySet<string> = new Set(["VirtualHost", "Component", "Include", "Host"]);

export function isDirective({ kind, text }: Token): boolean {
  return kind === "name" && DIRECTIVES.has(text);
}

/** A list as YAML writes it, one item on a line, from the end of `key:` on. */
export function dashedList(text: string, from: number): { readonly end: number; readonly newText: string } | undefined {
  const items = /(?:[ \t]*\r?\n[ \t]*-[ \t]+(?:"[^"\n]*"|'[^'\n]*'|[\w.@:/+-]+)(?=[ \t]*(?:\r|\n|$)))+/y;
  items.lastIndex = from;
  const found = items.exec(text)?.[0];
  if (found === undefined) return undefined;
  const list = found.replace(/-[ \t]+(["']?)([^"'\r\n]*)\1/g, '"$2";');
  return { end: from + found.length, newText: ` = {${list}\n}` };
}

const VARIABLE = /\$(?:\{([A-Za-z_]\w*)(?::?[-=?+]([^{}\n\\]*))?\}|([A-Za-z_]\w*))/y;
const WORD = /[^\s"'`{}()[\],;=<>$]+/y;

/** What no Lua is: a JID, a path, a URL, an address. */
const TEXT =
  /^(?:[\w.+-]+@[\w.-]+(?:\/\w+)?|[.~]{0,2}\/[\w./-]+|[a-z][a-z+-]*:\/\/[\w.:/-]+|\d+(?:\.\d+){3}(?:\/\d+)?|(?=[\da-f]*:[\da-f]*:)[\da-f:.]+)$/i;

/** In a value's place; undefined: it is none. What it is read as has no value that is known. */
export function bareWord(text: string, token: Token, before: Token): Habit | undefined {
  const { start } = token;
  VARIABLE.lastIndex = start;
  const variable = VARIABLE.exec(text);
  if (variable !== null) {
    const [, braced, fallback, bare] = variable;
    const name = `ENV_${braced ?? bare ?? ""}`;
    const value =
      fallback === undefined ? name : `${name} or ${/^(?:true|false|\d+|"[^"]*")$/.test(fallback) ? fallback : `"${fallback}"`}`;
    const span = { start, end: start + variable[0].length };
    if (isDirective(before) && variable[0].length < 4) return undefined;
    return {
      id: "shell-variable",
      message: `Lua does not know \`$\`. The value of an environment variable is \`${name}\`.`,
      span,
      edits: [{ span, newText: isDirective(before) ? `(${value})` : value }],
      mask: isDirective(before) ? "(#_)" : "#_",
    };
  }
  WORD.lastIndex = start;
  const word = WORD.exec(text)?.[0].replace(/--.*/, "") ?? "";
  if (word.length < 2 || !TEXT.test(word)) return undefined;
  const span = { start, end: start + word.length };
  if (isDirective(before) && word.length < 4) return undefined;
  return {
    id: "unquoted-text",
    message: "A text needs quotes in Lua, so Prosody does not load the file. Put it in quotes.",
    span,
    edits: [{ span, newText: `"${word}"` }],
    mask: isDirective(before) ? "(#_)" : "#_",
  };
}
