// How long work may take: whoever has a clock hands in a function that long loops call between their steps, and that throws when it is
// enough. The work is lost then, and nothing else.

export type Pace = () => void;

export class TookTooLong extends Error {
  override readonly name = "TookTooLong";

  constructor(readonly seconds: number) {
    super(`it takes more than ${seconds} seconds of processor time`);
  }
}

/** Of processor time, for one answer about one file. */
export const MOST_SECONDS = 5;

/** `clock`: processor time in milliseconds. */
export function paceOf(clock: () => number, seconds = MOST_SECONDS): Pace {
  const start = clock();
  return () => {
    if (clock() - start > seconds * 1000) throw new TookTooLong(seconds);
  };
}
