// One word of a shell: its quotes, backslashes and plain references, and where it ends.

const LONGEST = 100_000;

export class Word {
  /** Undefined: depends on something outside the file. */
  value: string | undefined = "";
  /** Outside quotes stands something that a shell may split or match with files. */
  splits = false;

  constructor(
    private readonly text: string,
    private at: number,
    private readonly known: (name: string) => string | undefined,
  ) {}

  /** The offset after the word. */
  read(): number | "unclosed" | "unknown" {
    const { text } = this;
    if (text.charAt(this.at) === "~") this.value = undefined;
    while (this.at < text.length) {
      const c = text.charAt(this.at);
      if (c === " " || c === "\t" || c === "\n") return this.at;
      if (/[;&|<>()`\0]/.test(c)) return "unknown";
      const problem = this.piece(c);
      if (problem !== undefined) return problem;
    }
    return this.at;
  }

  private piece(c: string): "unclosed" | "unknown" | undefined {
    switch (c) {
      case "'":
        return this.single();
      case '"':
        return this.double();
      case "$":
        this.splits = true;
        return this.reference(false);
      case "\\": {
        const next = this.text.charAt(this.at + 1);
        // Before a line break it goes with it; at the very end it stands for itself.
        this.add(next === "\n" ? "" : next === "" ? "\\" : next);
        this.at += 2;
        return undefined;
      }
      default:
        if (c === "*" || c === "?" || c === "[") this.splits = true;
        this.add(c);
        this.at++;
        // A home directory may stand behind a colon too.
        if (c === ":" && this.text.charAt(this.at) === "~") this.value = undefined;
        return undefined;
    }
  }

  private single(): "unclosed" | undefined {
    const close = this.text.indexOf("'", this.at + 1);
    if (close < 0) return "unclosed";
    this.add(this.text.slice(this.at + 1, close));
    this.at = close + 1;
    return undefined;
  }

  private double(): "unclosed" | "unknown" | undefined {
    const { text } = this;
    this.at++;
    while (this.at < text.length) {
      const c = text.charAt(this.at);
      if (c === '"') {
        this.at++;
        return undefined;
      }
      if (c === "`" || c === "\0") return "unknown";
      if (c === "$") {
        const problem = this.reference(true);
        if (problem !== undefined) return problem;
        continue;
      }
      const next = text.charAt(this.at + 1);
      if (c === "\\" && /[$`"\\\n]/.test(next)) {
        this.add(next === "\n" ? "" : next);
        this.at += 2;
        continue;
      }
      this.add(c);
      this.at++;
    }
    return "unclosed";
  }

  /** `$NAME` and `${NAME}`, as far as the file itself says what they stand for. */
  private reference(quoted: boolean): "unknown" | undefined {
    const plain = /^\$(?:([A-Za-z_][A-Za-z0-9_]*)|\{([A-Za-z_][A-Za-z0-9_]*)\})/.exec(this.text.slice(this.at, this.at + 200));
    if (plain !== null) {
      const value = this.known(plain[1] ?? plain[2] ?? "");
      if (value === undefined) this.value = undefined;
      else this.add(value);
      this.at += plain[0].length;
      return undefined;
    }
    const next = this.text.charAt(this.at + 1);
    if (next === "(" || next === "{" || next === "`") return "unknown";
    // Shells differ in what a quote behind it means; digits and signs are the shell's own variables.
    if (/[0-9#?*@!$'"-]/.test(next) && !(quoted && (next === '"' || next === "'"))) this.value = undefined;
    else this.add("$");
    this.at++;
    return undefined;
  }

  private add(text: string): void {
    if (this.value === undefined) return;
    // A value that doubles itself line by line must end.
    if (this.value.length + text.length > LONGEST) this.value = undefined;
    else this.value += text;
  }
}
