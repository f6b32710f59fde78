// Host names as Prosody compares them: the nameprep profile of stringprep (RFC 3491, tables of RFC 3454). Case folding is that of
// the running JavaScript engine, which knows a few letters more than the tables do.

type Ranges = readonly (readonly [first: number, last: number])[];

/** RFC 3454 B.1: vanishes. */
const NOTHING = ranges("ad 34f 1806 180b-180d 200b-200d 2060 fe00-fe0f feff");

/** RFC 3454 C.1.2, C.2.2 and C.3 to C.9. */
const FORBIDDEN = ranges(
  "80-a0 340-341 6dd 70f 1680 180e 2000-200f 2028-202f 205f-2063 206a-206f 2ff0-2ffb 3000 d800-f8ff fdd0-fdef feff fff9-ffff " +
    "1d173-1d17a 1fffe-1ffff 2fffe-2ffff 3fffe-3ffff 4fffe-4ffff 5fffe-5ffff 6fffe-6ffff 7fffe-7ffff 8fffe-8ffff 9fffe-9ffff " +
    "afffe-affff bfffe-bffff cfffe-cffff dfffe-dffff e0001 e0020-e007f efffe-10ffff",
);

/** RFC 3454 D.1: letters that are written from right to left. */
const RIGHT_TO_LEFT = ranges(
  "5be 5c0 5c3 5d0-5ea 5f0-5f4 61b 61f 621-63a 640-64a 66d-66f 671-6d5 6dd 6e5-6e6 6fa-6fe 700-70d 710 712-72c 780-7a5 7b1 200f " +
    "fb1d fb1f-fb28 fb2a-fb36 fb38-fb3c fb3e fb40-fb41 fb43-fb44 fb46-fbb1 fbd3-fd3d fd50-fd8f fd92-fdc7 fdf0-fdfc fe70-fe74 fe76-fefc",
);

/** RFC 3454 D.2, roughly: letters that are not. */
const LEFT_TO_RIGHT =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** More bytes than this Prosody does not take. */
const MAX_BYTES = 1023;

/** Undefined: a name that Prosody refuses. */
export function nameprep(name: string): string | undefined {
  if (bytesOf(name) > MAX_BYTES) return undefined;
  // Nearly all names.
  if (/^[\0-\x7f]*$/.test(name)) return name.toLowerCase();
  const kept = Array.from(name).filter((character) => !isIn(NOTHING, character));
  const mapped = fold(kept.join(""));
  const characters = Array.from(mapped);
  if (characters.some((character) => isIn(FORBIDDEN, character))) return undefined;
  if (characters.some((character) => isIn(RIGHT_TO_LEFT, character))) {
    const ends = [characters.at(0) ?? "", characters.at(-1) ?? ""];
    if (LEFT_TO_RIGHT.test(mapped) || !ends.every((character) => isIn(RIGHT_TO_LEFT, character))) return undefined;
  }
  return bytesOf(mapped) > MAX_BYTES ? undefined : mapped;
}

/** Twice, as letters that come out of the one may be work for the other. */
function fold(text: string): string {
  const folded = foldCase(text.normalize("NFKC"));
  return foldCase(folded.normalize("NFKC")).normalize("NFKC");
}

/** By way of the capital letter, so that ß becomes ss and ς becomes σ; the dotless ı stays itself. */
function foldCase(text: string): string {
  let folded = "";
  for (const character of text) folded += character === "ı" ? character : character.toUpperCase().toLowerCase();
  return folded;
}

/** In UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** From hexadecimal numbers, single or as first-last. */
function ranges(text: string): Ranges {
  return text.split(" ").map((range) => {
    const [first = "", last = first] = range.split("-");
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}

function isIn(table: Ranges, character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return table.some(([first, last]) => first <= code && code <= last);
}
