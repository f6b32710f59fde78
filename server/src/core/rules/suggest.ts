// "Did you mean": the known name that a misspelt one was probably meant to be. Better none than a far-fetched one: names of
// Prosody are made of words, so a name that differs by a whole word of its own is another name, not a typing mistake.

import { distance } from "fastest-levenshtein";

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
  private readonly byLength = new Map<number, KnownName[]>();
  private readonly answers = new Map<string, string | undefined>();
  /** By what is left without the first word. */
  private readonly byRest = new Map<string, KnownName[]>();

  constructor(names: Iterable<string>) {
    for (const name of names) {
      const known = prepare(name);
      add(this.byLength, known.bare.length, known);
      const rest = known.normal.slice(known.normal.indexOf("_") + 1);
      if (rest.length >= MIN_REST && rest.includes("_")) add(this.byRest, rest, known);
    }
  }

  /** The same question comes again at every key stroke, so answers are kept. */
  nearest(word: string): string | undefined {
    if (this.answers.has(word)) return this.answers.get(word);
    const wanted = prepare(word);
    const found = this.similar(wanted) ?? this.withFirstWord(wanted);
    if (this.answers.size >= MOST_ANSWERS) this.answers.clear();
    this.answers.set(word, found);
    return found;
  }

  /** The first of the nearest. */
  private similar(wanted: KnownName): string | undefined {
    const length = wanted.bare.length;
    const limit = allowed(length);
    let best: string | undefined;
    let bestDistance = limit + 1;
    // Lengths in the order of their distance: 0, -1, 1, -2, 2 …
    for (let i = 0; i <= 2 * limit; i++) {
      const difference = i % 2 === 0 ? i / 2 : -(i + 1) / 2;
      if (Math.abs(difference) >= bestDistance) break;
      for (const known of this.byLength.get(length + difference) ?? []) {
        // A replaced letter changes two bits at most, so most names need no closer look.
        if (countBits(known.letters ^ wanted.letters) > 2 * (bestDistance - 1)) continue;
        const found = slips(wanted.bare, known.bare);
        if (found >= bestDistance || isRelative(wanted.normal, known.normal) || changesWord(wanted.normal, known.normal))
          continue;
        best = known.name;
        bestDistance = found;
      }
    }
    return best;
  }

  /** `log_all_rooms` is `muc_log_all_rooms` without its first word. Only if there is just one such name. */
  private withFirstWord(wanted: KnownName): string | undefined {
    const found = this.byRest.get(wanted.normal);
    return found?.length === 1 ? found[0]?.name : undefined;
  }
}

const MOST_ANSWERS = 1_000;

/** A shorter rest of a name says too little. */
const MIN_REST = 9;

function add<K>(map: Map<K, KnownName[]>, key: K, known: KnownName): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [known]);
  else list.push(known);
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

/** A successor or an addition, not a slip: `bookmarks` and `bookmarks2`, `invites_register` and `invites_register_web`. */
function isRelative(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) && /^(?:\d+|_.+)$/.test(long.slice(short.length));
}

/**
 * Whether the names have the same number of words and one of them is not even similar: `smtp_ports` is no slip for `http_ports`.
 * When most words agree, as in `s2s_secure_path` and `s2s_secure_auth`, the odd one may differ more.
 */
function changesWord(a: string, b: string): boolean {
  const words = a.split("_");
  const others = b.split("_");
  if (words.length !== others.length) return false;
  const agreeing = words.filter((word, i) => word === others[i]).length;
  return words.some((word, i) => {
    const other = others[i] ?? "";
    const longer = Math.max(word.length, other.length);
    // A short word has to be nearly right.
    const limit = longer < 4 ? 0 : Math.floor(longer / (agreeing > 1 ? 2 : 3));
    return slips(word, other) > limit;
  });
}

/** Letters to insert, remove or replace; two neighbours that changed places are one slip too. */
export function slips(a: string, b: string): number {
  return isSwap(a, b) ? 1 : distance(a, b);
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
