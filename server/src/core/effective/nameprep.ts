// Host names as Prosody compares them: the nameprep profile of stringprep (RFC 3491, tables of RFC 3454). Case folding is that of
// the running JavaScript engine, which knows a few letters more than the tables do.

/** RFC 3454 B.1: vanishes. */
const NOTHING = /[\u00ad\u034f\u1806\u180b-\u180d\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]/gu;

/** RFC 3454 C.1.2, C.2.2 and C.3 to C.9, as far as normalisation leaves them. */
const FORBIDDEN =
  /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\u0080-\u009f\u06dd\u070f\u180e\u200c\u200d\u2028\u2029\u2060-\u2063\u206a-\u206f\ufeff\ufff9-\uffff\ue000-\uf8ff\ufdd0-\ufdef\u2ff0-\u2ffb\u0340\u0341\u200e\u200f\u202a-\u202e\u{1d173}-\u{1d17a}\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{4fffe}\u{4ffff}\u{5fffe}\u{5ffff}\u{6fffe}\u{6ffff}\u{7fffe}\u{7ffff}\u{8fffe}\u{8ffff}\u{9fffe}\u{9ffff}\u{afffe}\u{affff}\u{bfffe}\u{bffff}\u{cfffe}\u{cffff}\u{dfffe}\u{dffff}\u{e0001}\u{e0020}-\u{e007f}\u{efffe}\u{effff}\u{f0000}-\u{10ffff}\p{Surrogate}]/u;

/** RFC 3454 D.1, by scripts: letters that are written from right to left. */
const RIGHT_TO_LEFT =
  /[\u05be\u05c0\u05c3\u05d0-\u05ea\u05f0-\u05f4\u061b\u061f\u0621-\u063a\u0640-\u064a\u066d-\u066f\u0671-\u06d5\u06dd\u06e5\u06e6\u06fa-\u06fe\u0700-\u070d\u0710\u0712-\u072c\u0780-\u07a5\u07b1\u200f\ufb1d\ufb1f-\ufb28\ufb2a-\ufb36\ufb38-\ufb3c\ufb3e\ufb40\ufb41\ufb43\ufb44\ufb46-\ufbb1\ufbd3-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7\ufdf0-\ufdfc\ufe70-\ufe74\ufe76-\ufefc]/u;

/** RFC 3454 D.2, roughly: letters that are not. */
const LEFT_TO_RIGHT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** More bytes than this Prosody does not take. */
const MAX_BYTES = 1023;

/** Undefined: a name that Prosody refuses. */
export function nameprep(name: string): string | undefined {
  if (bytesOf(name) > MAX_BYTES) return undefined;
  const mapped = fold(name.replace(NOTHING, ""));
  if (FORBIDDEN.test(mapped)) return undefined;
  if (RIGHT_TO_LEFT.test(mapped)) {
    const characters = [...mapped];
    const ends = [characters.at(0) ?? "", characters.at(-1) ?? ""];
    if (LEFT_TO_RIGHT.test(mapped) || !ends.every((character) => RIGHT_TO_LEFT.test(character))) return undefined;
  }
  return bytesOf(mapped) > MAX_BYTES ? undefined : mapped;
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
