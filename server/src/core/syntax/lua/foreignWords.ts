// Statements as other languages begin them: `let x = 1`, `[section]`, `x += 1`. Each gets its own sentence.

import type { SyntaxIssue } from "../issue.ts";
import { lineEnd } from "../../text/lines.ts";
import type { Token } from "./scanner.ts";

/** What Lua has in their place. */
const WORDS: Readonly<Record<string, string>> = {
  let: "local ",
  var: "local ",
  const: "local ",
  my: "local ",
  set: "",
  export: "",
};

/** A statement whose first token, or the one behind it, makes no sense. */
export function foreignStart(text: string, first: Token, near: Token): SyntaxIssue | undefined {
  if (near === first || near.start === first.start) return first.text === "[" ? sectionInBrackets(text, first) : undefined;
  const word = first.kind === "name" && near.kind === "name" && Object.hasOwn(WORDS, first.text) ? WORDS[first.text] : undefined;
  if (word === undefined) return undefined;
  return {
    id: "foreign-word",
    message: `\`${first.text}\` is not a word of Lua, so Prosody does not load the file. Write \`${word}${near.text} = …\`.`,
    span: { start: first.start, end: first.end },
    fix: {
      title: word === "" ? `Remove \`${first.text}\`` : `Change to \`${word.trim()}\``,
      edits: [{ span: { start: first.start, end: near.start }, newText: word }],
    },
  };
}

function sectionInBrackets(text: string, { start }: Token): SyntaxIssue {
  const [line = "", name = ""] = /^\[[ \t]*([\w.-]*)[ \t]*\]/.exec(text.slice(start, lineEnd(text, start))) ?? [];
  const span = { start, end: start + Math.max(1, line.length) };
  const newText = `VirtualHost "${name}"`;
  return {
    id: "section-in-brackets",
    message:
      'Brackets do not begin a section in Lua, so Prosody does not load the file. `VirtualHost "…"` begins one; global options stand above the first.',
    span,
    ...(name.includes(".") ? { fix: { title: `Change to \`${newText}\``, edits: [{ span, newText }] } } : {}),
  };
}

/** `+=`, `..=`, `++` and the like. */
const COMPOUND = /^(?:\+\+|(?:\.\.?|[-+*/%^|&])=)/;

export function foreignAssignment(text: string, { text: name }: Token, start: number): SyntaxIssue | undefined {
  const operator = COMPOUND.exec(text.slice(start, start + 3))?.[0];
  if (operator === undefined) return undefined;
  return {
    id: "compound-assignment",
    message: `\`${operator}\` is not Lua, so Prosody does not load the file. Write \`${name} = value\` with the whole value.`,
    span: { start, end: start + operator.length },
  };
}
