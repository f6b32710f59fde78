// Local variables whose names stand nowhere else in the file. Looking for the words sees uses in functions, too.

import type { LuaContext } from "../../rule.ts";

/** So many names are looked for one by one, which is fast where they are used; for more, all words of the file are counted. */
const FEW = 16;

export function namedOnce(context: LuaContext): ReadonlySet<string> {
  return context.once(findNamedOnce);
}

function findNamedOnce({ own, text }: LuaContext): ReadonlySet<string> {
  // The use may be what is missing.
  if (own.hasDoubtful) return new Set();
  const names = new Set(own.locals.map(({ name }) => name));
  const plain = [...names].filter((name) => /^\w+$/.test(name));
  if (plain.length <= FEW) return new Set([...names].filter((name) => isNamedOnce(name, text)));
  const others = [...names].filter((name) => !/^\w+$/.test(name) && isNamedOnce(name, text));
  const counts = new Map(plain.map((name) => [name, 0]));
  for (const [word] of text.matchAll(/\w+/g)) {
    const count = counts.get(word);
    if (count !== undefined) counts.set(word, count + 1);
  }
  return new Set([...others, ...plain.filter((name) => counts.get(name) === 1)]);
}

function isNamedOnce(name: string, text: string): boolean {
  const first = findWord(name, text, 0);
  return first >= 0 && findWord(name, text, first + name.length) < 0;
}

function findWord(word: string, text: string, from: number): number {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isWord(text[at - 1]) && !isWord(text[at + word.length])) return at;
  }
  return -1;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /\w/.test(character);
}
