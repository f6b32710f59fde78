// Says in plain words what is wrong at the place where Lua would give up: what, why, what to do. The place is Lua's own, so that
// the line is the one Prosody's log names; where the trouble began elsewhere, that is told too.

import { foreignAssignment, foreignStart } from "./foreignWords.ts";
import { withoutInnerQuotes } from "../../text/innerQuotes.ts";
import { Nesting, beginsExpression, endsExpression } from "./chunks.ts";
import type { Opener } from "./chunks.ts";
import type { Token } from "./scanner.ts";
import type { SyntaxIssue } from "../issue.ts";
import { codePoint } from "../../text/lookalikes.ts";

const CLOSER_NAMES: Readonly<Record<string, string>> = { "}": "`}`", ")": "`)`", "]": "`]`", end: "`end`", until: "`until`" };

export interface Explained {
  /** Into which the tokens' offsets point. */
  readonly text: string;
  /** Of the statement and the first one behind it, without comments. */
  readonly tokens: readonly Token[];
  /** Number of the line of an offset, from 1. */
  readonly line: (offset: number) => number;
}

/** The issue for a run of tokens (`from` to `to`) that stops making sense at `near`. */
export function explain({ text, tokens, line }: Explained, from: number, to: number, near: Token): SyntaxIssue {
  if (near.problem !== undefined) return explainBadToken(text, near, line);
  const index = Math.max(from, lastIndexAtOrBefore(tokens, near));
  const previous = index > from ? tokens[index - 1] : undefined;
  const nesting = new Nesting();
  let stray: Token | undefined;
  for (let i = from; i < index && i < tokens.length; i++) {
    const token = tokens[i];
    if (token !== undefined && !nesting.take(token)) stray ??= token;
  }
  const opener = nesting.innermost;
  const lines = (token: Token): number => line(token.start);

  if (opener !== undefined && near.kind === "end") return unclosed(near, opener, previous, lines(opener.token));
  if (isCloser(near) && opener?.closer !== near.text)
    return strayCloser(near, opener, opener === undefined ? 0 : lines(opener.token));
  if (opener !== undefined && (opener.closer === "}" || opener.closer === ")") && endsExpression(previous)) {
    return insideBrackets(text, near, opener, previous, lines(opener.token));
  }
  const swallowed =
    near.text === "=" && previous?.kind === "name" && tokens[index - 2]?.text === "=" ? tokens[index - 3] : undefined;
  if (swallowed !== undefined) {
    return {
      id: "missing-value",
      message: `\`${excerpt(text, swallowed)}\` on line ${lines(swallowed)} has no value, so Lua takes the name on this line for it. Write the value there.`,
      span: spanOf(near),
      related: { span: spanOf(swallowed), message: "A value is missing here" },
    };
  }
  if (previous !== undefined && (previous.text === "=" || isOperator(previous))) {
    return {
      id: "missing-value",
      message: `A value is missing after \`${previous.text}\`. Write what it should be, for example \`true\`, \`"text"\` or \`{ "a"; "b" }\`.`,
      span: near.kind === "end" ? { start: previous.start, end: previous.end } : spanOf(near),
    };
  }
  const unquoted = unquotedName(text, tokens, from, index, near);
  if (unquoted !== undefined) return unquoted;
  const first = tokens[from];
  const operator = first?.kind === "name" && index <= from + 2 ? tokens[from + 1] : undefined;
  const compound = first === undefined || operator === undefined ? undefined : foreignAssignment(text, first, operator.start);
  if (compound !== undefined) return compound;
  const foreign = first === undefined || index > from + 1 ? undefined : foreignStart(text, first, near);
  if (foreign !== undefined) return foreign;
  if (first?.kind === "name" && index === from + 1) {
    const isValue = ["true", "false", "nil"].includes(near.text) || near.kind === "number";
    return {
      id: "unfinished-statement",
      message: `\`${first.text}\` alone is not a statement. To set an option, write \`${first.text} = value\`.`,
      span: near.kind === "end" || to > index ? spanOf(first) : spanOf(near),
      ...(near.kind === "end" ? {} : { related: { span: spanOf(near), message: "Lua stops here" } }),
      ...(isValue ? { fix: { title: "Insert =", edits: [{ span: { start: first.end, end: first.end }, newText: " =" }] } } : {}),
    };
  }
  if (opener !== undefined && near.kind === "keyword") return unclosed(near, opener, previous, lines(opener.token));
  return {
    id: "unexpected",
    message: `${describe(text, near)} does not fit here${previous === undefined ? "" : ` after ${describe(text, previous)}`}. Prosody cannot load the file until this line is correct.`,
    span: spanOf(near),
  };
}

export function explainBadToken(text: string, token: Token, line: Explained["line"]): SyntaxIssue {
  const span = spanOf(token);
  switch (token.problem) {
    case "unfinished-string": {
      const quote = text.charAt(token.start);
      return {
        id: "unfinished-string",
        message: `This text has no closing ${quote} on its line. Put ${quote} where it ends; a text over several lines stands in [[ and ]].`,
        span,
      };
    }
    case "unfinished-long-string":
      return { ...longIssue(text, token, "text", "unfinished-string", line), span: endSpan(token) };
    case "unfinished-comment":
      return { ...longIssue(text, token, "comment", "unfinished-comment", line), span: endSpan(token) };
    case "malformed-number":
      return {
        id: "malformed-number",
        message: "This begins like a number and is none. A text, such as a size or a time with its unit, needs quotes.",
        span,
        fix: { title: "Put it in quotes", edits: [{ span, newText: `"${text.slice(token.start, token.end)}"` }] },
      };
    case "bad-escape":
      return {
        id: "bad-escape",
        message: "A backslash in a text begins an escape, and Lua does not know this one. Write `\\\\` for a backslash.",
        span,
        fix: { title: "Double the backslashes", edits: [{ span, newText: doubled(text.slice(token.start, token.end)) }] },
      };
    default:
      return {
        id: "unexpected-character",
        message: `${strange(text, token)} means nothing in Lua outside quotes. Remove it, or put the text around it in quotes.`,
        span,
      };
  }
}

function doubled(source: string): string {
  return source.replace(/\\(["'\\]?)/g, (escape, after: string) => (after === "" ? "\\\\" : escape));
}

function longIssue(text: string, token: Token, what: string, id: string, line: Explained["line"]): Omit<SyntaxIssue, "span"> {
  const closer = `]${/\[(=*)\[/.exec(text.slice(token.start, token.start + 200))?.[1] ?? ""}]`;
  return {
    id,
    message: `The ${what} that begins on line ${line(token.start)} is never closed, so the rest of the file belongs to it. Put ${closer} where it ends.`,
    related: { span: { start: token.start, end: Math.min(token.end, token.start + 2) }, message: `The ${what} begins here` },
  };
}

/** Lua notices at the end of the file; the start is told as related. */
function endSpan(token: Token): { start: number; end: number } {
  return { start: token.end, end: token.end };
}

function unclosed(near: Token, opener: Opener, previous: Token | undefined, line: number): SyntaxIssue {
  const closer = CLOSER_NAMES[opener.closer] ?? opener.closer;
  const where = near.kind === "end" ? "before the file ends" : "before this";
  return {
    id: "unclosed",
    message: `${closer} is missing: the \`${opener.token.text}\` on line ${line} is not closed ${where}.`,
    span: spanOf(near),
    related: { span: spanOf(opener.token), message: `This \`${opener.token.text}\` is not closed` },
    ...(previous === undefined || near.kind !== "end"
      ? {}
      : {
          fix: {
            title: `Close it with ${opener.closer}`,
            edits: [{ span: { start: previous.end, end: previous.end }, newText: `\n${opener.closer}` }],
          },
        }),
  };
}

function strayCloser(near: Token, opener: Opener | undefined, line: number): SyntaxIssue {
  const message =
    opener === undefined
      ? `This \`${near.text}\` closes nothing. Remove it, or add what it should close.`
      : `\`${near.text}\` does not close the \`${opener.token.text}\` of line ${line}, which needs ${CLOSER_NAMES[opener.closer] ?? opener.closer} first.`;
  return {
    id: "stray-bracket",
    message,
    span: spanOf(near),
    ...(opener === undefined
      ? { fix: { title: `Remove the ${near.text}`, edits: [{ span: spanOf(near), newText: "" }] } }
      : { related: { span: spanOf(opener.token), message: "Open since here" } }),
  };
}

/** Inside `{ … }` or `( … )`, after something complete: either a separator is missing, or the bracket should be closed by now. */
function insideBrackets(text: string, near: Token, opener: Opener, previous: Token | undefined, line: number): SyntaxIssue {
  const related = { span: spanOf(opener.token), message: `The \`${opener.token.text}\` was opened here` };
  const separator = opener.closer === "}" ? ";" : ",";
  const gap = previous?.end ?? near.start;
  const sameItemKind =
    previous?.kind === near.kind || near.text === "{" || near.kind === "string" || near.kind === "number" || near.text === "[";
  if (near.text === "=" && previous?.kind === "string") {
    return {
      id: "quoted-key",
      message: 'A key in quotes needs brackets around it: `["key"] = …`.',
      span: spanOf(near),
      fix: {
        title: "Put brackets around the key",
        edits: [
          { span: { start: previous.start, end: previous.start }, newText: "[" },
          { span: { start: previous.end, end: previous.end }, newText: "]" },
        ],
      },
    };
  }
  const inner = previous?.kind === "string" && gap === near.start ? withoutInnerQuotes(text, previous.start) : undefined;
  if (inner !== undefined) {
    return {
      id: "inner-quote",
      message: 'The text ends at the quote before this word. Inside a text, a quote is written `\\"`.',
      span: spanOf(near),
      fix: { title: "Write it as one text", edits: [inner] },
    };
  }
  if (sameItemKind || beginsExpression(near)) {
    return {
      id: "missing-separator",
      message: `A \`${separator}\` is missing before ${describe(text, near)}. If the list should end before it, \`${opener.closer}\` is missing: its \`${opener.token.text}\` is on line ${line}.`,
      span: spanOf(near),
      related,
      fix: { title: `Insert ${separator}`, edits: [{ span: { start: gap, end: gap }, newText: separator }] },
    };
  }
  return {
    id: "unclosed",
    message: `${CLOSER_NAMES[opener.closer] ?? opener.closer} is missing before ${describe(text, near)}: the \`${opener.token.text}\` on line ${line} is still open.`,
    span: spanOf(near),
    related,
  };
}

/** `VirtualHost example.com`: a name where a text in quotes must stand. */
function unquotedName(text: string, tokens: readonly Token[], from: number, index: number, near: Token): SyntaxIssue | undefined {
  const first = tokens[from];
  if (first === undefined || index !== from + 1 || near.kind !== "name") return undefined;
  if (!["VirtualHost", "Component", "Include", "Host"].includes(first.text)) return undefined;
  let end = near.end;
  while (end < text.length && /[\w.@/*-]/.test(text.charAt(end))) end++;
  const word = text.slice(near.start, end);
  if (end === near.end && isSetIn(text, word)) {
    return {
      id: "unquoted-name",
      message: `\`${first.text}\` needs parentheses around a variable: ${first.text}(${word})`,
      span: { start: near.start, end },
      fix: { title: "Put it in parentheses", edits: [{ span: { start: first.end, end }, newText: `(${word})` }] },
    };
  }
  return {
    id: "unquoted-name",
    message: `\`${first.text}\` needs the name in quotes: ${first.text} "${word}"`,
    span: { start: near.start, end },
    fix: { title: "Put it in quotes", edits: [{ span: { start: near.start, end }, newText: `"${word}"` }] },
  };
}

/** Some line begins with a variable or local variable of that name. */
function isSetIn(text: string, name: string): boolean {
  return new RegExp(`^[ \\t]{0,40}(?:local[ \\t]{1,40})?${name}[ \\t]{0,40}=(?!=)`, "m").test(text);
}

function isCloser(token: Token): boolean {
  return (token.kind === "symbol" || token.kind === "keyword") && token.text in CLOSER_NAMES;
}

function isOperator(token: Token): boolean {
  return (
    (token.kind === "symbol" && /^(?:\.\.|[-+*/%^#<>~]|==|~=|<=|>=|\/\/)$/.test(token.text)) ||
    ["and", "or", "not"].includes(token.text)
  );
}

function lastIndexAtOrBefore(tokens: readonly Token[], near: Token): number {
  let low = 0;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tokens[middle]?.start ?? 0) <= near.start) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Names a token without repeating texts and numbers, which may be secrets. */
function describe(text: string, token: Token): string {
  if (token.kind === "end") return "the end of the file";
  if (token.kind === "string" || token.problem === "unfinished-string") return "this text";
  if (token.kind === "number") return "this number";
  // A password may have a quote in it.
  if (/["']/.test(text.charAt(token.start - 1))) return "what follows the quote";
  return `\`${excerpt(text, token)}\``;
}

/** With the code point of what may not be seen, or looks like something else. */
function strange(text: string, token: Token): string {
  const shown = `\`${excerpt(text, token)}\``;
  const code = text.charCodeAt(token.start);
  return code > 32 && code < 127 ? shown : `${shown} (${codePoint(code)})`;
}

function excerpt(text: string, token: Token): string {
  const source = text.slice(token.start, Math.min(token.end, token.start + 40));
  return source.replace(/\s+/g, " ").replace(/`/g, "'");
}

function spanOf(token: Token): { start: number; end: number } {
  return { start: token.start, end: token.end };
}
