// "Did you mean": the known name that a misspelt one was probably meant to be. Better none than a far-fetched one: names of
// Prosody are made of words, so a name that differs by a whole word of its own is another name, not a typing mistake.

/** The nearest candidate within a few letters of the word, else the only one that has a word more at its front. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return new KnownNames(candidates).nearest(word);
}

interface KnownName {
  readonly name: string;
  readonly normal: string;
  /** Without separators. */
  readonly bare: string;
  /** One bit for each letter and digit that occurs. */
  readonly letters: number;
}

/** Names prepared for many questions. */
export class KnownNames {
  private readonly names: readonly KnownName[];
  private readonly answers = new Map<string, string | undefined>();

  constructor(names: Iterable<string>) {
    this.names = Array.from(names, prepare);
  }

  nearest(word: string): string | undefined {
    if (!this.answers.has(word)) this.answers.set(word, this.find(prepare(word)));
    return this.answers.get(word);
  }

  private find(wanted: KnownName): string | undefined {
    const limit = allowed(wanted.bare.length);
    let best: string | undefined;
    let bestDistance = limit + 1;
    const longer: string[] = [];
    for (const known of this.names) {
      if (known.bare === wanted.bare) return known.name;
      if (isPart(wanted.normal, known.normal)) {
        longer.push(known.name);
        continue;
      }
      if (Math.abs(known.bare.length - wanted.bare.length) >= bestDistance) continue;
      // A replaced letter changes two bits at most, so most names need no closer look.
      if (countBits(known.letters ^ wanted.letters) > 2 * (bestDistance - 1)) continue;
      const found = distance(wanted.bare, known.bare, bestDistance - 1);
      if (found >= bestDistance || changesWord(wanted.normal, known.normal)) continue;
      best = known.name;
      bestDistance = found;
    }
    return best ?? (longer.length === 1 ? longer[0] : undefined);
  }
}

/** Case and the choice of separator are no difference worth a letter. */
function prepare(name: string): KnownName {
  const normal = name.toLowerCase().replace(/[-. ]/g, "_");
  const bare = normal.replaceAll("_", "");
  let letters = 0;
  for (let i = 0; i < bare.length; i++) letters |= 1 << (bare.charCodeAt(i) & 31);
  return { name, normal, bare, letters };
}

function allowed(length: number): number {
  if (length < 5) return 0;
  if (length < 9) return 1;
  return length < 18 ? 2 : 3;
}

/** The longest word that may be missing at the front, with its separator. */
const MAX_PREFIX = 10;

/** `log_all_rooms` is a part of `muc_log_all_rooms`: a word at the front is missing. A short rest says too little. */
function isPart(short: string, long: string): boolean {
  const extra = long.length - short.length;
  if (extra < 2 || extra > MAX_PREFIX || short.length < 9 || !short.includes("_")) return false;
  return long.endsWith(short) && long.indexOf("_") === extra - 1;
}

/** Whether the names have the same number of words and one of them is not even similar: `c2s_ports`, `smtp_ports`. */
function changesWord(a: string, b: string): boolean {
  const words = a.split("_");
  const others = b.split("_");
  if (words.length !== others.length) return false;
  return words.some((word, i) => {
    const other = others[i] ?? "";
    if (word === other) return false;
    const longer = Math.max(word.length, other.length);
    // Half of the letters, but a short word has to be nearly right.
    const limit = longer < 4 ? 0 : Math.floor(longer / 2);
    return distance(word, other, limit) > limit;
  });
}

/** Letters to insert, remove, replace or swap with a neighbour; anything above `limit` is as good as infinite. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? limit + 1;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
