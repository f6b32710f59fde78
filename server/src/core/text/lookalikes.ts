// Characters that look like one of ASCII, or like nothing: what people paste from web pages, chats and word processors. One table, by what
// is meant.

/** `space`: a gap; `nothing`: not visible at all. */
export type LookKind = "space" | "nothing" | "quote" | "dash" | "sign" | "letter";

export interface Lookalike {
  readonly kind: LookKind;
  /** In ASCII. */
  readonly meant: string;
  /** With its code point. */
  readonly name: string;
}

/** What is meant, what it is, and the code points: a first one, and the last one of those that follow it. */
const RANGES: readonly (readonly [LookKind, meant: string, name: string, first: number, last?: number])[] = [
  ["space", " ", "no-break space", 0xa0],
  ["space", " ", "wide space", 0x1680],
  ["space", " ", "wide or narrow space", 0x2000, 0x200a],
  ["space", " ", "line separator", 0x2028, 0x2029],
  ["space", " ", "narrow no-break space", 0x202f],
  ["space", " ", "wide space", 0x205f],
  ["space", " ", "full-width space", 0x3000],
  ["nothing", "", "control character", 0x80, 0x9f],
  ["nothing", "", "soft hyphen", 0xad],
  ["nothing", "", "zero-width space", 0x200b],
  ["nothing", "", "zero-width joiner", 0x200c, 0x200d],
  ["nothing", "", "mark of the writing direction", 0x200e, 0x200f],
  ["nothing", "", "mark of the writing direction", 0x202a, 0x202e],
  ["nothing", "", "zero-width joiner", 0x2060],
  ["nothing", "", "invisible sign", 0x2061, 0x2064],
  ["nothing", "", "mark of the writing direction", 0x2066, 0x2069],
  ["nothing", "", "variation selector", 0xfe00, 0xfe0f],
  ["nothing", "", "byte-order mark", 0xfeff],
  ["quote", '"', "angle quote", 0xab],
  ["quote", '"', "angle quote", 0xbb],
  ["quote", '"', "curly quote", 0x201c, 0x201f],
  ["quote", '"', "double prime", 0x2033],
  ["quote", '"', "corner bracket", 0x300c, 0x300f],
  ["quote", '"', "full-width quote", 0xff02],
  ["quote", "'", "backtick", 0x60],
  ["quote", "'", "acute accent", 0xb4],
  ["quote", "'", "curly quote", 0x2018, 0x201b],
  ["quote", "'", "prime", 0x2032],
  ["quote", "'", "full-width quote", 0xff07],
  ["dash", "-", "hyphen", 0x2010, 0x2011],
  ["dash", "-", "dash", 0x2012, 0x2015],
  ["dash", "-", "minus sign", 0x2212],
  ["dash", "-", "full-width hyphen", 0xff0d],
  ["sign", ";", "Greek question mark", 0x37e],
  ["sign", ",", "Arabic comma", 0x60c],
  ["sign", ";", "Arabic semicolon", 0x61b],
  ["sign", ",", "ideographic comma", 0x3001],
  ["sign", ".", "ideographic full stop", 0x3002],
  ["sign", ".", "dot", 0x2024],
  ["sign", ":", "ratio sign", 0x2236],
  ["sign", "/", "fraction slash", 0x2044],
  ["sign", "/", "division slash", 0x2215],
  ["sign", "*", "asterisk operator", 0x2217],
];

/** Letters of other scripts beside those of ASCII that they look like. */
const LETTERS: Readonly<Record<string, string>> = {
  Cyrillic: "аaсcеeоoрpхxуyіiјjѕsһhԁdԛqԝwАAВBЕEКKМMНHОOРPСCТTХXІIЈJЅSУY",
  Greek: "οoΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX",
};

const TABLE: ReadonlyMap<number, Lookalike> = new Map([...fromRanges(), ...fullWidth(), ...fromLetters()]);

/** What a character looks like; undefined: it is itself, or of a script of its own. */
export function lookalike(character: string): Lookalike | undefined {
  return TABLE.get(character.charCodeAt(0));
}

function* fromRanges(): Generator<readonly [number, Lookalike]> {
  for (const [kind, meant, name, first, last = first] of RANGES)
    for (let code = first; code <= last; code++) yield [code, { kind, meant, name: named(name, code) }];
}

/** All of ASCII exists a second time, as wide as a Chinese character; quotes and hyphen are in the other list. */
function* fullWidth(): Generator<readonly [number, Lookalike]> {
  for (let code = 0xff01; code <= 0xff5e; code++) {
    const meant = String.fromCharCode(code - 0xfee0);
    const isWord = /\w/.test(meant);
    if (!/["'-]/.test(meant))
      yield [code, { kind: isWord ? "letter" : "sign", meant, name: named(`full-width ${isWord ? "letter" : "sign"}`, code) }];
  }
}

function* fromLetters(): Generator<readonly [number, Lookalike]> {
  for (const [script, pairs] of Object.entries(LETTERS)) {
    for (let i = 0; i + 1 < pairs.length; i += 2) {
      const code = pairs.charCodeAt(i);
      yield [code, { kind: "letter", meant: pairs.charAt(i + 1), name: named(`${script} letter`, code) }];
    }
  }
}

function named(name: string, code: number): string {
  return `${name} (${codePoint(code)})`;
}

export function codePoint(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
