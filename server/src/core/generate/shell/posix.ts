// Words for POSIX shells (bash, zsh, dash, ksh, busybox) and for fish, which differs from them inside single quotes.

import { joinWords, rendered } from "./shell.ts";
import type { Layout, Rendered, WordGroups } from "./shell.ts";

/** No leading `=`: zsh replaces such a word by the path of a command. */
const PLAIN_SH = /^[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+:,./=-]*$/;
/** No leading `%`: older versions of fish take it for a process. */
const PLAIN_FISH = /^[A-Za-z0-9_@+:,./-][A-Za-z0-9_@%+:,./=-]*$/;
/** In front, a `=` makes an assignment, and some words belong to the language. */
const PLAIN_COMMAND = /^[A-Za-z0-9_./-]+$/;
const LANGUAGE = new Set(
  "and begin builtin case command coproc do done elif else end esac exec fi for foreach function if in not or repeat select switch then time until while".split(
    " ",
  ),
);

const CONTINUED = " \\\n  ";

export function renderSh(groups: WordGroups, layout: Layout): Rendered {
  const write = (word: string, isCommand: boolean): Rendered => {
    const plain = isPlain(word, isCommand, PLAIN_SH);
    return rendered(plain ? word : `'${word.replaceAll("'", "'\\''")}'`);
  };
  return joinWords(groups, write, " ", layout === "oneLine" ? " " : CONTINUED);
}

export function renderFish(groups: WordGroups, layout: Layout): Rendered {
  const write = (word: string, isCommand: boolean): Rendered => {
    const plain = isPlain(word, isCommand, PLAIN_FISH);
    return rendered(plain ? word : `'${word.replace(/[\\']/g, "\\$&")}'`);
  };
  return joinWords(groups, write, " ", layout === "oneLine" ? " " : CONTINUED);
}

function isPlain(word: string, isCommand: boolean, pattern: RegExp): boolean {
  return isCommand ? PLAIN_COMMAND.test(word) && !LANGUAGE.has(word) : pattern.test(word);
}
