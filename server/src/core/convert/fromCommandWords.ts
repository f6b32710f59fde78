// A pasted command line as words, by the rules of the shell that it was written for: POSIX shells, PowerShell, the Windows Command
// Prompt. What a shell would put in from elsewhere stays as it is written and is reported, but for the current folder.

export type LineSyntax = "sh" | "powershell" | "cmd";

export interface ReadLine {
  readonly syntax: LineSyntax;
  /** One list of words for each command of the line. */
  readonly commands: readonly (readonly string[])[];
  /** What a shell would replace: `$NAME`, `$(id)`. */
  readonly replaced: readonly string[];
  /** A quote has no end. */
  readonly open: boolean;
}

/** Told by how lines go on, outside of quotes. */
export function syntaxOf(text: string): LineSyntax {
  const bare = text.replace(/\\['"]|'[^']*'|"(?:[^"\\]|\\[^])*"/g, "");
  if (/`[ \t]*\r?\n/.test(bare)) return "powershell";
  return /\^[ \t]*\r?\n/.test(bare) || /%cd%/i.test(bare) ? "cmd" : "sh";
}

export function readLine(text: string, syntax: LineSyntax = syntaxOf(text)): ReadLine {
  return new Reader(text, syntax).read();
}

const CURRENT_FOLDER: Readonly<Record<LineSyntax, RegExp>> = {
  sh: /\$\(pwd\)|`pwd`|\$PWD\b|\$\{PWD\}/y,
  powershell: /\$\(pwd\)|\$\{PWD\}|\$pwd(?:\.Path)?\b|\$\(Get-Location\)/iy,
  cmd: /%cd%/iy,
};

const REPLACED: Readonly<Record<LineSyntax, RegExp>> = {
  sh: /\$\([^)]{0,1000}\)|`[^`]{0,1000}`|\$\{[^}]{0,1000}\}|\$\w+|\$[?#@*!$-]/y,
  powershell: /\$\([^)]{0,1000}\)|\$\{[^}]{0,1000}\}|\$[\w:]+/y,
  cmd: /%[^%\s]+%/y,
};

class Reader {
  private at = 0;
  private word: string | undefined;
  private words: string[] = [];
  private readonly commands: string[][] = [];
  private readonly replaced = new Set<string>();
  private open = false;

  constructor(
    private readonly text: string,
    private readonly syntax: LineSyntax,
  ) {}

  read(): ReadLine {
    while (this.at < this.text.length) this.step();
    this.endCommand();
    return { syntax: this.syntax, commands: this.commands, replaced: [...this.replaced], open: this.open };
  }

  private step(): void {
    const { syntax } = this;
    const c = this.text.charAt(this.at);
    const next = this.text.charAt(this.at + 1);
    const escape = { sh: "\\", powershell: "`", cmd: "^" }[syntax];
    if (c === escape) {
      this.at += 2;
      // Blanks after the sign are a slip that everybody understands.
      const gap = /^[ \t]*\r?\n/.exec(this.text.slice(this.at - 1))?.[0];
      if (gap !== undefined) this.at += gap.length - 1;
      else this.add(next);
    } else if (c === " " || c === "\t") {
      this.endWord();
      this.at++;
    } else if (c === "\n" || (c === "\r" && next === "\n") || /[;|&<>]/.test(c)) {
      // cmd does not know the semicolon.
      if (c === ";" && syntax === "cmd") this.plain();
      else {
        this.endCommand();
        this.at++;
      }
    } else if (c === "#" && this.word === undefined && syntax !== "cmd") {
      while (this.at < this.text.length && this.text.charAt(this.at) !== "\n") this.at++;
    } else if (c === "'" && syntax !== "cmd") this.singleQuoted();
    else if (c === '"') this.doubleQuoted();
    else if (c === "$" && next === "'" && syntax === "sh") this.ansiQuoted();
    else this.plain();
  }

  private plain(): void {
    if (this.substitute()) return;
    this.add(this.text.charAt(this.at++));
  }

  /** What stands here for something else; true if there is such a thing. */
  private substitute(): boolean {
    const folder = CURRENT_FOLDER[this.syntax];
    folder.lastIndex = this.at;
    const here = folder.exec(this.text)?.[0];
    if (here !== undefined && /(?:^|[=:])$/.test(this.word ?? "")) {
      this.add(".");
      this.at += here.length;
      return true;
    }
    const pattern = REPLACED[this.syntax];
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return false;
    this.replaced.add(found);
    this.add(found);
    this.at += found.length;
    return true;
  }

  private singleQuoted(): void {
    this.add("");
    for (this.at++; this.at < this.text.length; this.at++) {
      const c = this.text.charAt(this.at);
      if (c !== "'") this.add(c);
      else if (this.syntax === "powershell" && this.text.charAt(this.at + 1) === "'") {
        this.add("'");
        this.at++;
      } else {
        this.at++;
        return;
      }
    }
    this.open = true;
  }

  private doubleQuoted(): void {
    this.add("");
    this.at++;
    while (this.at < this.text.length) {
      const c = this.text.charAt(this.at);
      const next = this.text.charAt(this.at + 1);
      if (c === '"') {
        this.at++;
        if (this.syntax !== "powershell" || next !== '"') return;
        this.add('"');
        this.at++;
      } else if (this.syntax === "sh" && c === "\\" && /[$`"\\\n]/.test(next)) {
        if (next !== "\n") this.add(next);
        this.at += 2;
      } else if (this.syntax === "powershell" && c === "`") {
        this.add({ n: "\n", t: "\t", r: "\r", 0: "\0" }[next] ?? next);
        this.at += 2;
      } else if (this.syntax === "cmd" && c === "\\" && next === '"') {
        this.add('"');
        this.at += 2;
      } else this.plain();
    }
    this.open = true;
  }

  /** `$'…'` of bash and zsh. */
  private ansiQuoted(): void {
    this.add("");
    this.at += 2;
    while (this.at < this.text.length) {
      const c = this.text.charAt(this.at++);
      if (c === "'") return;
      if (c !== "\\") this.add(c);
      else {
        const escaped = this.text.charAt(this.at++);
        this.add({ n: "\n", t: "\t", r: "\r", a: "\x07", b: "\b", e: "\x1b", f: "\f", v: "\v" }[escaped] ?? escaped);
      }
    }
    this.open = true;
  }

  private add(text: string): void {
    this.word = (this.word ?? "") + text;
  }

  private endWord(): void {
    if (this.word !== undefined) this.words.push(this.word);
    this.word = undefined;
  }

  private endCommand(): void {
    this.endWord();
    if (this.words.length > 0) this.commands.push(this.words);
    this.words = [];
  }
}
