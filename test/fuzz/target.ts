// What is fuzzed: a name, texts to begin with, pieces that matter in such texts, and what must hold for every one of them. `hold` throws
// where it does not. Everything else that it chooses, such as a place, it takes from the text, so that a text alone is a case.

export interface Target {
  readonly name: string;
  /** How many runs it gets beside the others. */
  readonly weight: number;
  readonly bases: () => readonly string[];
  readonly pieces: readonly string[];
  readonly hold: (text: string) => void | Promise<void>;
  /** What must not take long, where `hold` does more than that. */
  readonly work?: (text: string) => void;
  /** Milliseconds of processor time that it may take, where that is not the usual limit. */
  readonly most?: number;
  /** For what waits for others, whose processor time says nothing of one text. */
  readonly untimed?: boolean;
}

export class Broken extends Error {}

export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Broken(what);
}

/** Numbers below a limit, the same for the same text. */
export function numbersOf(text: string): (limit: number) => number {
  let state = 2_166_136_261;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 16_777_619);
  return (limit) => {
    state = Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9;
    return limit <= 0 ? 0 : ((state ^ (state >>> 13)) >>> 0) % limit;
  };
}

export function oneOf<T>(all: readonly T[], number: (limit: number) => number): T {
  const found = all[number(all.length)];
  if (found === undefined) throw new Error("there is nothing to choose from");
  return found;
}
