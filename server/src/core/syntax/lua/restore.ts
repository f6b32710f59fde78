// Finds the one bracket, `end`, quote or separator that is missing from a text that Lua refuses. A place is only taken when all of the
// text parses with it and the layout around it says the same; where two places would do, both are told and neither is certain.

import { applyEdits } from "../../text/edit.ts";
import type { TextEdit } from "../../text/edit.ts";
import { LineIndex } from "../../text/lineIndex.ts";
import { lineBreak, lineEnd, lineIndent, lineStart } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import { plainlyBegins } from "./anchors.ts";
import { Layout } from "./layout.ts";
import type { Fault } from "./layout.ts";
import { parseLua } from "./parse.ts";
import { scan } from "./scanner.ts";
import type { Token } from "./scanner.ts";
import type { LuaSyntax } from "./syntax.ts";

export interface Restoration {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** There is no other, and the layout agrees. */
  readonly certain: boolean;
}

/** More places than this are a sign of more than one thing that is missing. */
const MOST_PLACES = 24;

/** Parsing a long text again and again takes longer than anybody waits. */
const MAX_LENGTH = 1_000_000;

interface Candidate {
  readonly title: string;
  readonly edit: TextEdit;
  /** It may as well belong elsewhere on its line. */
  readonly isDoubtful?: boolean;
}

/** `text`: all of the file. Empty where no single edit makes all of it parse. */
export function restorations(text: string, syntax: LuaSyntax): readonly Restoration[] {
  if (text.length > MAX_LENGTH || syntax.issues.length === 0) return [];
  const tokens = withoutComments(syntax.text);
  const bad = tokens.find(({ problem }) => problem !== undefined);
  if (bad !== undefined && bad.problem !== "unfinished-string") return [];
  const candidates = bad === undefined ? brackets(text, new Layout(syntax.text, tokens)) : quotes(text, bad);
  const parsing = candidates.slice(0, MOST_PLACES).filter(({ edit }) => parses(text, edit, syntax));
  const fitting = parsing.filter(({ edit }) => agrees(text, edit));
  const [only, second] = fitting;
  if (only !== undefined && second === undefined)
    return [{ title: only.title, edits: [only.edit], certain: only.isDoubtful !== true }];
  return (fitting.length > 0 ? fitting : parsing)
    .slice(0, 2)
    .map(({ title, edit }) => ({ title, edits: [edit], certain: false }));
}

function withoutComments(text: string): readonly Token[] {
  return scan(text).filter(({ kind }) => kind !== "comment" && kind !== "end");
}

function parses(text: string, edit: TextEdit, syntax: LuaSyntax): boolean {
  const changed = applyEdits(text, [edit]);
  if (changed === undefined) return false;
  return parseLua(changed, syntax, new LineIndex(changed, syntax.lines)).issues.length === 0;
}

/** The statement with the edit, and those beside it, stand as people write them. */
export function agrees(text: string, edit: TextEdit): boolean {
  const changed = applyEdits(text, [edit]) ?? text;
  const syntax = parseLua(changed);
  const at = syntax.chunkAt(edit.span.start + edit.newText.length - 1);
  const near = [at - 1, at, at + 1, at + 2].flatMap((i) => {
    const chunk = syntax.chunks[i];
    const start = syntax.chunkStarts[i];
    return chunk === undefined || start === undefined ? [] : [{ start, end: start + chunk.end }];
  });
  const statements = near.map((span) => new Layout(syntax.text, tokensOf(syntax, span)));
  return statements.every((one, i) => one.faults(1).length === 0 && follows(statements[i - 1], one));
}

function tokensOf(syntax: LuaSyntax, span: Span): readonly Token[] {
  return syntax.tokensIn(span).filter(({ kind }) => kind !== "comment");
}

/** Only what stands in a section is indented more than what is above it, and no statement goes on behind another on its line. */
function follows(before: Layout | undefined, after: Layout): boolean {
  const [first] = after.tokens;
  if (first === undefined || before === undefined) return true;
  const above = before.tokens[0];
  if (above === undefined) return true;
  const [here, there] = [after.indents[0] ?? 0, before.indents[0] ?? 0];
  return here <= there || ["VirtualHost", "Component", "Host"].includes(above.text);
}

// ── Brackets and blocks ──

function brackets(text: string, layout: Layout): readonly Candidate[] {
  const faults = layout.faults(MOST_PLACES);
  const found = faults.flatMap((fault) =>
    fault.kind === "unclosed" ? closerBefore(text, layout, fault) : openersFor(layout, fault.at),
  );
  const different = new Map(found.map((one) => [`${one.edit.span.start} ${one.edit.newText.trim()}`, one]));
  return [...different.values()];
}

/** Closes what is innermost, behind the last token before the place where it should have been closed. */
function closerBefore(text: string, layout: Layout, { at, opener }: Extract<Fault, { kind: "unclosed" }>): readonly Candidate[] {
  const { closer, token } = opener;
  const from = layout.indexOf(token);
  const previous = layout.tokens[at - 1];
  // `until` wants a condition.
  if (previous === undefined || from < 0 || closer === "until") return [];
  const title = `Close the \`${token.text}\` with \`${closer}\``;
  const isBlock = at - 1 > from && layout.isFirst[from + 1] === true;
  if (closer === "end" ? layout.isApart(from, at - 1) : isBlock) {
    const end = lineEnd(text, previous.end);
    return [{ title, edit: insertion(end, `${lineBreak(text)}${lineIndent(text, token.start)}${closer}`) }];
  }
  const isSpaced = closer === "end" || text.slice(token.end, token.end + 1) === " ";
  // One that was closed on the way may have taken what was meant for this one.
  const isDoubtful = layout.tokens.slice(from + 1, at).some(({ kind, text: other }) => kind === "symbol" && other === token.text);
  return [{ title, edit: insertion(previous.end, `${isSpaced ? " " : ""}${closer}`), isDoubtful }];
}

/** Opens a table behind a `=` for a `}` that closes nothing. */
function openersFor(layout: Layout, at: number): readonly Candidate[] {
  const { tokens, indents, isFirst } = layout;
  if (tokens[at]?.text !== "}") return [];
  const indent = indents[at] ?? 0;
  const isOnItsLine = isFirst[at] === true;
  let line = at;
  while (line > 0 && isFirst[line] !== true) line--;
  const places = isOnItsLine ? [] : equalsBetween(tokens, line, at).map(({ end }) => insertion(end, " {"));
  if (!isOnItsLine) places.push(insertion(tokens[line]?.start ?? 0, "{ "));
  // The line that it belongs to: the last one above that is not indented more, or for the end of a longer list, less than it.
  for (let i = line - 1; i >= 0; i--) {
    if (isFirst[i] !== true || (indents[i] ?? 0) > indent || (!isOnItsLine && indents[i] === indent)) continue;
    if ((isOnItsLine && indents[i] !== indent) || !plainlyBegins(tokens, i)) break;
    let end = i + 1;
    while (end < at && isFirst[end] !== true) end++;
    places.push(...equalsBetween(tokens, i, end).map((equals) => insertion(equals.end, " {")));
    break;
  }
  return places.map((edit) => ({ title: "Open the table with `{`", edit }));
}

function equalsBetween(tokens: readonly Token[], from: number, to: number): Token[] {
  return tokens.slice(from, to).filter(({ kind, text }) => kind === "symbol" && text === "=");
}

// ── Quotes ──

/** Places for the quote that is missing on the line of a text without end: where a word begins or ends. */
function quotes(text: string, bad: Token): readonly Candidate[] {
  const quote = text.charAt(bad.start);
  const [start, end] = [lineStart(text, bad.start), lineEnd(text, bad.start)];
  const line = text.slice(start, end);
  const places = new Set<number>();
  for (const { index, 0: word } of line.matchAll(/[^\s"'{}()[\];,=]+/g)) places.add(index).add(index + word.length);
  places.add(line.trimEnd().length);
  const all = [...places].map((at) => ({ title: `Add the missing ${quote}`, edit: insertion(start + at, quote) }));
  const sound = all.filter(({ edit }) => isSound(applyEdits(text, [edit]) ?? "", start, end + 1));
  const plain = sound.filter(({ edit }) => isWord(applyEdits(text, [edit]) ?? "", edit.span.start));
  return plain.length > 0 ? plain : sound;
}

/** Each text on the line stands by itself: nothing is glued to its quotes. */
function isSound(text: string, from: number, to: number): boolean {
  const tokens = scan(text.slice(from, to));
  return tokens.every(({ kind, problem, start, end }) => {
    if (problem !== undefined) return false;
    if (kind !== "string") return true;
    const [before, after] = [text.charAt(from + start - 1), text.charAt(from + end)];
    return (start === 0 || /[\s({[=,;.]/.test(before)) && /^[\s)}\],;.]?$/.test(after);
  });
}

/** The text that begins or ends with the new quote is one word. */
function isWord(text: string, at: number): boolean {
  const start = lineStart(text, at);
  const token = scan(text.slice(start, lineEnd(text, at))).find(
    (one) => one.kind === "string" && (start + one.start === at || start + one.end - 1 === at),
  );
  return token !== undefined && /^["'][^\s;,{}"']+["']$/.test(text.slice(start + token.start, start + token.end));
}

// ── Text ──

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
