// The variable of the image that a misspelt name was meant to be. Names are compared word by word: measured as a whole, the long
// common beginning would make neighbours of names that mean different things, such as a port and a host.

import type { Schema } from "../../../schema/schema.ts";
import { nearest } from "../../suggest.ts";

export function nearVariable(name: string, schema: Schema): string | undefined {
  const [prefix, ...words] = split(name);
  for (const alike of [sameLetters, sameWords]) {
    for (const variable of schema.variables.values()) {
      if (variable.availability !== "now") continue;
      const [otherPrefix, ...others] = split(variable.name);
      if (otherPrefix === prefix && alike(words, others)) return variable.name;
    }
  }
  return undefined;
}

/** A short form that people use for a word of the image, or a longer one. */
const OTHER_WORDS: Readonly<Record<string, string>> = { USER: "USERNAME", DATABASE: "DB", PASS: "PASSWORD" };

function split(name: string): readonly string[] {
  return name.toUpperCase().split("_");
}

/** The same but for where words end, and whether the last is a plural. */
function sameLetters(words: readonly string[], others: readonly string[]): boolean {
  return words.join("").replace(/S$/, "") === others.join("").replace(/S$/, "");
}

/** Each word has a partner in the other name, whatever the order. */
function sameWords(words: readonly string[], others: readonly string[]): boolean {
  if (words.length !== others.length) return false;
  const left = [...others];
  return words.every((word) => {
    const partner = left.includes(word) ? word : nearest(OTHER_WORDS[word] ?? word, left);
    if (partner !== undefined) left.splice(left.indexOf(partner), 1);
    return partner !== undefined;
  });
}
