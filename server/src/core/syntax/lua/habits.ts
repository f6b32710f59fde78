// What other languages write where Lua has its own signs: `[ "a" ]`, `key: value`, `&&`. Looked for in a statement that does not parse; each
// gets its own sentence, and the statement is read as it was meant, with every character where it was.

import type { TextEdit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";
import type { SyntaxIssue } from "../issue.ts";
import { plainlyBegins } from "./anchors.ts";
import { beginsExpression, endsExpression } from "./chunks.ts";
import { bareWord, dashedList, isDirective } from "./bareWords.ts";
import type { Token } from "./scanner.ts";

export interface Habit {
  readonly id: string;
  readonly message: string;
  readonly span: Span;
  /** What to write instead. */
  readonly edits: readonly TextEdit[];
  /** The same in as many characters as there are: something that parses. */
  readonly mask: string;
}

export interface Adapted {
  readonly text: string;
  readonly issues: readonly SyntaxIssue[];
}

/** Undefined: there is none. Tokens without comments, of the whole text. */
export function adapted(text: string, tokens: readonly Token[]): Adapted | undefined {
  const habits = new Walk(text, tokens).habits;
  if (habits.length === 0) return undefined;
  let changed = text;
  for (const { span, mask } of habits)
    changed = changed.slice(0, span.start) + mask.padEnd(span.end - span.start) + changed.slice(span.end);
  const issues = [...new Set(habits.map(({ id }) => id))].flatMap((id) => issueOf(habits.filter((one) => one.id === id)));
  return { text: changed, issues };
}

/** All of one kind in a statement are one mistake. */
function issueOf(habits: readonly Habit[]): readonly SyntaxIssue[] {
  const [first] = habits;
  if (first === undefined) return [];
  const { id, message, span } = first;
  const edits = habits.flatMap((one) => one.edits);
  return [{ id, message, span, ...(edits.length === 0 ? {} : { fix: { title: TITLES[id] ?? "Write it as Lua does", edits } }) }];
}

const TITLES: Readonly<Record<string, string>> = {
  "square-brackets": "Change to braces",
  "unquoted-text": "Put it in quotes",
  "shell-variable": "Read the environment variable",
  "trailing-comma": "Remove the comma",
};

/** Those whose fix is right wherever they are found. */
export const PLAIN_HABITS: readonly string[] = [
  "square-brackets",
  "foreign-assignment",
  "foreign-operator",
  "trailing-comma",
  "unquoted-text",
];

const OPERATORS: Readonly<Record<string, string>> = { "!=": "~=", "&&": "and", "||": "or" };

class Walk {
  readonly habits: Habit[] = [];
  private readonly open: string[] = [];

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
  ) {
    for (let i = 0; i < tokens.length;) i += this.step(i);
  }

  /** How many tokens it took. */
  private step(i: number): number {
    const token = this.tokens[i];
    if (token === undefined) return 1;
    const taken = this.assignment(i, token) ?? this.operator(i, token) ?? this.word(i, token) ?? this.comma(i, token);
    if (taken !== undefined) return taken;
    if (token.text === "[" || token.text === "(") this.brackets(i, token);
    if (/^[{([]$/.test(token.text)) this.open.push(token.text);
    else if (/^[})\]]$/.test(token.text)) this.open.pop();
    return 1;
  }

  private add(id: string, message: string, { start, end }: Span, newText: string, mask: string, from = start): void {
    this.habits.push({ id, message, span: { start, end }, edits: [{ span: { start: from, end }, newText }], mask });
  }

  /** `key: value`, `key => value`, `name == value`, `name := value`. */
  private assignment(i: number, token: Token): number | undefined {
    const [key, next] = [this.tokens[i - 1], this.tokens[i + 1]];
    const isKey = key?.kind === "name" || (key?.kind === "string" && this.inTable);
    if (!isKey || (!this.inTable && i !== 1 && !this.follows(i - 2))) return undefined;
    if (this.inTable && !/^[{,;]$/.test(this.tokens[i - 2]?.text ?? "")) return undefined;
    if (token.text === "=" && key.kind === "string" && token.kind === "symbol" && this.text.charAt(token.end) !== ">") {
      const [shown, gap] = [this.text.slice(key.start, key.end), this.text.slice(key.end, token.end)];
      const message = 'A key in quotes needs brackets around it: `["key"] = …`.';
      this.add("quoted-key", message, token, `[${shown}]${gap}`, "[0]".padEnd(key.end - key.start) + gap, key.start);
      return 1;
    }
    const pair = this.text.slice(token.start, token.start + 2);
    const isPair = pair === "=>" || pair === ":=" || (pair === "==" && !this.inTable);
    const isColon = token.text === ":" && !isPair && !this.isCall(i + 1);
    if ((!isPair && !isColon) || next === undefined) return undefined;
    const sign = { start: token.start, end: isPair ? token.start + 2 : token.end };
    const shown = isPair ? pair : ":";
    if (isDirective(key)) {
      const message = `\`${key.text}\` takes its name without \`${shown}\`. Write \`${key.text} "…"\`.`;
      this.add("foreign-assignment", message, sign, "", " ", key.end);
      return isPair ? 2 : 1;
    }
    const message = `\`${shown}\` does not set a value in Lua, so Prosody does not load the file. Write \`=\`.`;
    const list = isColon && next.text === "-" ? dashedList(this.text, token.end) : undefined;
    if (key.kind === "string") {
      const word = this.text.slice(key.start + 1, key.end - 1);
      const isName = /^[a-z_]\w*$/i.test(word);
      const span = { start: key.start, end: sign.end };
      this.add("foreign-assignment", message, span, isName ? `${word} =` : `["${word}"] =`, isName ? `${word} =` : "[0]=");
    } else if (list !== undefined) {
      const span = { start: sign.start, end: list.end };
      this.add("foreign-assignment", message, span, list.newText, "={}", key.end);
      return this.tokens.filter(({ start }) => start >= span.start && start < span.end).length;
    } else this.add("foreign-assignment", message, sign, " =", "=", key.end);
    return isPair && token.text.length < 2 ? 2 : 1;
  }

  private get inTable(): boolean {
    return this.open.at(-1) === "{";
  }

  /** A statement ends with this token, and the next one stands on another line. */
  private follows(i: number): boolean {
    const [before, after] = [this.tokens[i], this.tokens[i + 1]];
    if (before === undefined || after === undefined || this.open.length > 0) return false;
    return (endsExpression(before) || before.text === ";") && this.text.slice(before.end, after.start).includes("\n");
  }

  private isCall(i: number): boolean {
    const [name, next] = [this.tokens[i], this.tokens[i + 1]];
    return name?.kind === "name" && (next?.kind === "string" || next?.text === "(" || next?.text === "{" || next?.text === "[");
  }

  private operator(i: number, token: Token): number | undefined {
    const sign = this.text.slice(token.start, token.start + 2);
    const meant = OPERATORS[sign];
    if (meant !== undefined) {
      const isSpaced = /\s/.test(this.text.charAt(token.start - 1)) && /\s/.test(this.text.charAt(token.start + 2));
      this.add(
        "foreign-operator",
        `\`${sign}\` is not Lua, so Prosody does not load the file. Write \`${meant}\`.`,
        { start: token.start, end: token.start + 2 },
        isSpaced || meant === "~=" ? meant : ` ${meant} `,
        meant === "~=" ? meant : "==",
      );
      return 2;
    }
    const after = this.tokens[i + 1];
    if (token.text === "else" && after?.text === "if" && !this.text.slice(token.end, after.start).includes("\n")) {
      const message = "`else if` begins another `if`, which needs an `end` of its own. Write `elseif`.";
      this.add("foreign-operator", message, { start: token.start, end: after.end }, "elseif", "elseif");
      return 2;
    }
    if (
      this.text.slice(token.start, token.end) !== "!" ||
      token.kind !== "error" ||
      after === undefined ||
      !beginsExpression(after)
    )
      return undefined;
    this.add("foreign-operator", "`!` is not Lua, so Prosody does not load the file. Write `not`.", token, "not ", "#");
    return 1;
  }

  /** A text without quotes, where a value should be. */
  private word(i: number, token: Token): number | undefined {
    const before = this.tokens[i - 1];
    const isValue =
      before !== undefined && (/^(?:[={,(;]|==|\.\.|or|and|not|if|elseif|while)$/.test(before.text) || isDirective(before));
    const found = isValue ? bareWord(this.text, token, before) : undefined;
    if (found === undefined || /^\s*=(?!=)/.test(this.text.slice(found.span.end, found.span.end + 40))) return undefined;
    this.habits.push(found);
    return Math.max(1, this.tokens.filter(({ start }) => start >= token.start && start < found.span.end).length);
  }

  /** At the end of a statement, or two of them. */
  private comma(i: number, token: Token): number | undefined {
    const [before, after] = [this.tokens[i - 1], this.tokens[i + 1]];
    if (token.text !== "," || before === undefined || after === undefined) return undefined;
    const isDouble = this.inTable && /^[{,;]$/.test(before.text);
    const ends =
      this.open.length === 0 && this.text.slice(token.end, after.start).includes("\n") && plainlyBegins(this.tokens, i + 1);
    if (!isDouble && !ends) return undefined;
    const message = isDouble
      ? "A value is missing before this `,`. Write it, or remove the comma."
      : "A `,` here goes on with the statement, so Prosody does not load the file. Remove it: the end of a line needs no sign.";
    this.add("trailing-comma", message, token, "", " ");
    return 1;
  }

  /** `[ … ]` and `( …, … )` around a list. */
  private brackets(i: number, token: Token): void {
    const before = this.tokens[i - 1];
    const isMethod = before?.kind === "name" && this.tokens[i - 2]?.text === ":" && token.text === "[";
    if (!isMethod && !/^(?:[={,(;[:]|=>|return)$/.test(before?.text ?? "")) return;
    const end = this.closerOf(i);
    const closer = this.tokens[end];
    if (closer?.text !== (token.text === "[" ? "]" : ")")) return;
    if (token.text === "[" && this.inTable && this.tokens[end + 1]?.text === "=") return;
    if (token.text === "(" && (before?.text !== "=" || !this.hasComma(i, end))) return;
    const message = `A list stands in \`{ }\` in Lua, not in \`${token.text} ${closer.text}\`, so Prosody does not load the file.`;
    this.add("square-brackets", message, token, "{", "{");
    this.add("square-brackets", message, closer, "}", "}");
  }

  private closerOf(i: number): number {
    let depth = 0;
    for (let at = i; at < this.tokens.length; at++) {
      const { text = "" } = this.tokens[at] ?? {};
      if (/^[{([]$/.test(text)) depth++;
      else if (/^[})\]]$/.test(text) && --depth === 0) return at;
    }
    return -1;
  }

  private hasComma(from: number, to: number): boolean {
    let depth = 0;
    return this.tokens.slice(from, to).some(({ text }) => {
      if (/^[{([]$/.test(text)) depth++;
      else if (/^[})\]]$/.test(text)) depth--;
      return depth === 1 && text === ",";
    });
  }
}
