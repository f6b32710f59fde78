// What a POSIX shell makes of an env file that is read with `. file`, as far as that is certain. Only for saying how the tools differ:
// nothing is executed, and from the first thing on that cannot be told by reading alone, nothing is said.

import { lineEnd } from "./characters.ts";
import { Word } from "./shellWord.ts";

export type ShellReading =
  | { readonly kind: "value"; readonly value: string }
  /** No assignment to a shell: the first word is run as a command, and the variable is not set. */
  | { readonly kind: "command" };

export interface ShellSyntax {
  /** By the offset of the name, or of the first word of a line. Not there: unknown. */
  readonly readings: ReadonlyMap<number, ShellReading>;
  /** A quote is never closed, so that the shell stops with an error. */
  readonly refused: boolean;
}

/** Words that change what follows, or what a line means. */
const SPECIAL =
  /^(?:[.:!{}[]|\[\[|if|then|else|elif|fi|for|while|until|do|done|case|esac|in|function|select|time|coproc|source|eval|exec|exit|return|set|unset|readonly|shift|trap|break|continue|alias|unalias|cd|read|local|declare|typeset|let|command|builtin|test|printf|getopts|umask|shopt)$/;

const ASSIGNMENT = /[A-Za-z_][A-Za-z0-9_]*=/y;

export function readAsShell(text: string): ShellSyntax {
  const readings = new Map<number, ShellReading>();
  const known = new Map<string, string | undefined>();
  let at = 0;
  while (at < text.length) {
    const next = readLine(text, at, readings, known);
    if (next === "unclosed") return { readings: new Map(), refused: true };
    if (next === "unknown") break;
    at = next;
  }
  return { readings, refused: false };
}

interface Assigned {
  readonly at: number;
  readonly name: string;
  readonly value: string | undefined;
}

/** Returns the offset after the line. */
function readLine(
  text: string,
  from: number,
  readings: Map<number, ShellReading>,
  known: Map<string, string | undefined>,
): number | "unclosed" | "unknown" {
  const assigned: Assigned[] = [];
  let exporting = false;
  let command: number | undefined;
  // Assignments of one line see those before them.
  const here = new Map<string, string | undefined>();
  const lookup = (name: string): string | undefined => (here.has(name) ? here.get(name) : known.get(name));
  let at = from;
  for (;;) {
    at = pastBlanks(text, at);
    const c = text.charAt(at);
    if (c === "#") at = lineEnd(text, at);
    if (at >= text.length || text.charAt(at) === "\n") break;
    const start = at;
    ASSIGNMENT.lastIndex = at;
    const head = command === undefined || exporting ? ASSIGNMENT.exec(text)?.[0] : undefined;
    const word = new Word(text, start + (head?.length ?? 0), lookup);
    const end = word.read();
    if (typeof end === "string") return end;
    at = end;
    if (head !== undefined) {
      const name = head.slice(0, -1);
      // Arguments of a command may be split and matched with files, unlike assignments.
      const value = exporting && word.splits ? undefined : word.value;
      assigned.push({ at: start, name, value });
      here.set(name, value);
      continue;
    }
    if (exporting || command !== undefined) continue;
    if (word.value === undefined || SPECIAL.test(word.value) || /^[A-Za-z_][A-Za-z0-9_]*\[/.test(word.value)) return "unknown";
    if (word.value === "export" && assigned.length === 0) exporting = true;
    else command = start;
  }
  finish(assigned, command, readings, known);
  return at + 1;
}

function finish(
  assigned: readonly Assigned[],
  command: number | undefined,
  readings: Map<number, ShellReading>,
  known: Map<string, string | undefined>,
): void {
  if (command !== undefined) {
    for (const { at } of assigned) readings.set(at, { kind: "command" });
    if (assigned.length === 0) readings.set(command, { kind: "command" });
    return;
  }
  for (const { at, name, value } of assigned) {
    known.set(name, value);
    if (value !== undefined) readings.set(at, { kind: "value", value });
  }
}

function pastBlanks(text: string, from: number): number {
  let at = from;
  for (;;) {
    const c = text.charAt(at);
    if (c === " " || c === "\t") at++;
    else if (c === "\\" && text.charAt(at + 1) === "\n") at += 2;
    else return at;
  }
}
