// What the writer for each shell is given, and what it returns. A writer refuses what its shell cannot carry:
// a line that changes a value on the way is worse than none.

export type Layout = "oneLine" | "oneGroupPerLine";

/** The words of a command in groups that belong on one line: `[["docker", "run"], ["--name", "prosody"], ["image"]]`. */
export type WordGroups = readonly (readonly string[])[];

export type Rendered = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

export function rendered(text: string): Rendered {
  return { ok: true, text };
}

export function refused(reason: string): Rendered {
  return { ok: false, reason };
}

/** Writes every word with `write` and puts them together; the first refusal stands for the whole. */
export function joinWords(
  groups: WordGroups,
  write: (word: string, isCommand: boolean) => Rendered,
  betweenWords: string,
  betweenGroups: string,
): Rendered {
  const lines: string[] = [];
  let isCommand = true;
  for (const group of groups) {
    const words: string[] = [];
    for (const word of group) {
      const one = write(word, isCommand);
      isCommand = false;
      if (!one.ok) return one;
      words.push(one.text);
    }
    if (words.length > 0) lines.push(words.join(betweenWords));
  }
  return rendered(lines.join(betweenGroups));
}
