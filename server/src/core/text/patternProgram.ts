// A regular expression to steps: what one character may be, where to go on, and which places are meant. A subset of JavaScript's, whose
// own engine is asked about single characters only.

export type Step =
  | { readonly kind: "one"; readonly is: RegExp }
  /** To each of these distances. */
  | { readonly kind: "jump"; readonly by: readonly number[] }
  | { readonly kind: "place"; isAt(text: string, at: number): boolean };

/** Its end is the match. */
export type Program = readonly Step[];

/** One part of a pattern: a class, an escaped character, the beginning of a group, or a character. */
const PART = /\[\^?(?:[^\]\\]|\\[^])*\]|\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|c[a-zA-Z]|[^])|\((?:\?(?::|<?[=!]|<\w+>)?)?|[^]/y;

const REPEAT = /(?:([*+?])|\{(\d{1,5})(,(\d{1,5})?)?\})\??/y;

class Refused extends Error {}

/** What is wrong with it, if it cannot be run. It is a valid regular expression. */
export function parsePattern(source: string, maxSteps: number): Program | string {
  try {
    return new Parser(source, maxSteps).choice();
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}

class Parser {
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly maxSteps: number,
  ) {}

  choice(): Program {
    const first = this.sequence();
    if (this.source[this.at] !== "|") return first;
    this.at++;
    const other = this.choice();
    return this.bounded([jump(1, first.length + 2), ...first, jump(other.length + 1), ...other]);
  }

  private sequence(): Program {
    let all: Program = [];
    while (this.at < this.source.length && !"|)".includes(this.source[this.at] ?? "")) {
      all = this.bounded([...all, ...this.repeated(this.part())]);
    }
    return all;
  }

  private part(): Program {
    PART.lastIndex = this.at;
    const [part = ""] = PART.exec(this.source) ?? [];
    this.at += part.length;
    if (part.startsWith("(")) return this.group(part);
    if (part === "^") return [{ kind: "place", isAt: (_, at) => at === 0 }];
    if (part === "$") return [{ kind: "place", isAt: (text, at) => at === text.length }];
    if (part === "\\b" || part === "\\B") {
      return [{ kind: "place", isAt: (text, at) => (isWord(text[at - 1]) !== isWord(text[at])) === (part === "\\b") }];
    }
    if (/^\\[1-9k]/.test(part)) throw new Refused("refers back to what a group has matched");
    return [{ kind: "one", is: new RegExp(`^${part}$`) }];
  }

  private group(opening: string): Program {
    if (/[=!]$/.test(opening)) throw new Refused("looks ahead or behind");
    const inner = this.choice();
    this.at++;
    return inner;
  }

  private repeated(part: Program): Program {
    REPEAT.lastIndex = this.at;
    const found = REPEAT.exec(this.source);
    if (found === null) return part;
    this.at += found[0].length;
    const [, sign, least, comma, most] = found;
    const min = sign === undefined ? Number(least) : sign === "+" ? 1 : 0;
    const max =
      sign === "?" ? 1 : sign !== undefined || (comma !== undefined && most === undefined) ? Infinity : Number(most ?? least);
    // Checked before it is made.
    if (Math.max(min, max === Infinity ? 0 : max) * (part.length + 1) > this.maxSteps) throw new Refused(TOO_LARGE);
    const optional = [jump(1, part.length + 1), ...part];
    const rest = max === Infinity ? [jump(1, part.length + 2), ...part, jump(-part.length - 1)] : times(optional, max - min);
    return this.bounded([...times(part, min), ...rest]);
  }

  private bounded(program: Program): Program {
    if (program.length > this.maxSteps) throw new Refused(TOO_LARGE);
    return program;
  }
}

const TOO_LARGE = "is too large";

function jump(...by: readonly number[]): Step {
  return { kind: "jump", by };
}

function times(program: Program, count: number): Program {
  return Array.from({ length: count }, () => program).flat();
}

function isWord(character = ""): boolean {
  return /^\w$/.test(character);
}
