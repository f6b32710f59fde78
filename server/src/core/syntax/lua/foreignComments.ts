// Comments as other languages write them. Where Lua could understand the same signs as an operator, nothing is taken for a comment.

import { lineEnd, lineStart } from "../../text/lines.ts";
import { endsExpression } from "./chunks.ts";
import type { CommentMark } from "./foreign.ts";
import { KEYWORDS } from "./scanner.ts";
import type { Token } from "./scanner.ts";

/** Those that have an end, which may be on another line. */
const BLOCKS: readonly (readonly [begin: string, end: string])[] = [
  ["/*", "*/"],
  ["<!--", "-->"],
];

/** `before`: the token in front of it. */
export function commentMark(text: string, token: Token, before: Token | undefined): CommentMark | undefined {
  if (token.kind !== "symbol") return undefined;
  const { start } = token;
  const block = BLOCKS.find(([begin]) => text.startsWith(begin, start));
  if (block !== undefined) return blockMark(text, start, block);
  const sign = /^(?:#+|\/\/+|;+|-)/.exec(text.slice(start, start + 80))?.[0];
  const end = lineEnd(text, start);
  if (sign === undefined || !isComment(text, sign, start, end, before)) return undefined;
  return {
    kind: "comment",
    sign: sign.startsWith("//") ? "//" : sign.charAt(0),
    start,
    end,
    newText: `--${text.slice(start + sign.length, end)}`,
  };
}

function isComment(text: string, sign: string, start: number, end: number, before: Token | undefined): boolean {
  const isFirst = text.slice(lineStart(text, start), start).trim() === "";
  const rest = text.slice(start + sign.length, end);
  switch (sign.charAt(0)) {
    case "#":
      return before === undefined || endsExpression(before) || hasTwoWords(rest);
    case "/":
      if (before === undefined || !endsExpression(before)) return before?.text !== ":";
      // Nothing can be divided there, so that the file is refused in any case.
      return isFirst || hasTwoWords(rest) || ["true", "false", "nil", "}"].includes(before.text);
    case ";":
      return isFirst && (before === undefined || endsExpression(before)) && hasTwoWords(rest);
    default:
      return isFirst && (before === undefined || endsExpression(before)) && /^[ \t]/.test(rest) && hasTwoWords(rest);
  }
}

/** Two names beside each other are nothing in Lua. */
function hasTwoWords(rest: string): boolean {
  const words = /^[ \t]*([a-z_]\w*)[ \t]+([a-z_][\w']*)/i.exec(rest);
  return words !== null && !KEYWORDS.has(words[1] ?? "") && !KEYWORDS.has(words[2] ?? "");
}

function blockMark(text: string, start: number, [begin, close]: (typeof BLOCKS)[number]): CommentMark {
  const found = text.indexOf(close, start + begin.length);
  if (found < 0) {
    const end = lineEnd(text, start);
    return { kind: "comment", sign: begin, start, end, newText: `--${text.slice(start + begin.length, end)}` };
  }
  const inner = text.slice(start + begin.length, found);
  const level = inner.includes("]]") ? "=" : "";
  return { kind: "comment", sign: begin, start, end: found + close.length, newText: `--[${level}[${inner}]${level}]` };
}
