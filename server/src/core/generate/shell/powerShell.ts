// Words for PowerShell. Over several lines the words become an array that is handed over whole, since a backtick at the end of a
// line breaks as soon as a blank follows it.

import { joinWords, refused, rendered } from "./shell.ts";
import type { Layout, Rendered, WordGroups } from "./shell.ts";

/** PowerShell takes the curly single quotes for straight ones. */
const QUOTES = /['\u2018\u2019\u201a\u201b]/g;
const PLAIN = /^[A-Za-z0-9_./:=+-]+$/;
/** A dash in front makes a parameter of the word; only these come through whole. */
const PARAMETER = /^--?[A-Za-z][A-Za-z0-9-]*$/;
/** What could be read as a number, `1kb` and `0x10` included. */
const NUMBER = /^[+.]?\d[\w.]*$/;

export function renderPowerShell(groups: WordGroups, layout: Layout): Rendered {
  return layout === "oneLine" ? oneLine(groups, rendered) : splat(groups, rendered);
}

export function renderWindowsPowerShell(groups: WordGroups, layout: Layout): Rendered {
  return layout === "oneLine" ? oneLine(groups, deliverable) : splat(groups, deliverable);
}

/** Windows PowerShell 5.1 (as all before 7.3) puts quotes around words with blanks and escapes nothing. */
function deliverable(word: string): Rendered {
  const instead = "Put the value into an env file, or use PowerShell 7.3 or later.";
  if (word === "") return refused(`Windows PowerShell leaves out empty words when it starts a program. ${instead}`);
  if (word.includes('"')) return refused(`Windows PowerShell loses double quotes when it starts a program. ${instead}`);
  if (word.endsWith("\\") && /\s/.test(word)) {
    return refused(`Windows PowerShell cannot hand over a word with blanks that ends in a backslash. ${instead}`);
  }
  return rendered(word);
}

type Delivery = (word: string) => Rendered;

function oneLine(groups: WordGroups, delivery: Delivery): Rendered {
  const write = (word: string, isCommand: boolean): Rendered => {
    if (isCommand) return rendered(command(word));
    const given = delivery(word);
    return given.ok ? rendered(isPlain(word) ? word : quote(word)) : given;
  };
  return joinWords(groups, write, " ", " ");
}

function splat(groups: WordGroups, delivery: Delivery): Rendered {
  const [first = [], ...others] = groups;
  const [program, ...words] = first;
  if (program === undefined) return oneLine(groups, delivery);
  const write = (word: string): Rendered => {
    const given = delivery(word);
    return given.ok ? rendered(quote(word)) : given;
  };
  const list = joinWords([words, ...others], write, ", ", ",\n  ");
  if (!list.ok || list.text === "") return list.ok ? rendered(command(program)) : list;
  return rendered(`$arguments = @(\n  ${list.text}\n)\n${command(program)} @arguments`);
}

/** A quoted word in front is a text, unless `&` makes it run. */
function command(word: string): string {
  return /^[A-Za-z][A-Za-z0-9_.-]*$/.test(word) ? word : `& ${quote(word)}`;
}

function isPlain(word: string): boolean {
  if (word.startsWith("-")) return PARAMETER.test(word);
  return PLAIN.test(word) && !NUMBER.test(word);
}

function quote(word: string): string {
  return `'${word.replace(QUOTES, "$&$&")}'`;
}
