// Small models of how Windows shells and programs read a line: just enough to tell whether a word arrives unchanged. They throw
// where the real one would act on a character instead of passing it on.

/** How a program written in Go (or in C) splits its command line; the program's own name is not part of it. */
export function splitCommandLine(line: string): readonly string[] {
  const words: string[] = [];
  let i = 0;
  for (;;) {
    while (line.charAt(i) === " " || line.charAt(i) === "\t") i++;
    if (i >= line.length) return words;
    let word = "";
    let quoted = false;
    while (i < line.length && (quoted || !/[ \t]/.test(line.charAt(i)))) {
      const slashes = /^\\*/.exec(line.slice(i))?.[0].length ?? 0;
      i += slashes;
      if (line.charAt(i) !== '"') {
        word += "\\".repeat(slashes);
        if (slashes === 0) word += line.charAt(i++);
        continue;
      }
      word += "\\".repeat(slashes >> 1);
      if (slashes % 2 === 1) word += '"';
      else quoted = !quoted;
      i++;
    }
    words.push(word);
  }
}

const VARIABLES: Readonly<Record<string, string>> = { PATH: "C:\\Windows", A: "1" };

/** What cmd hands to the program `docker`. */
export function cmdPasses(text: string, where: "prompt" | "file"): readonly string[] {
  if (where === "prompt" && /[\t\b]/.test(text)) throw new Error("a key press");
  const line = unescape(where === "prompt" ? percentAtPrompt(text) : percentInFile(text));
  const program = /^docker(?= |$)/.exec(line);
  if (program === null) throw new Error("another program");
  return splitCommandLine(line.slice("docker".length));
}

function variable(reference: string): string | undefined {
  const [name = "", change] = reference.split(/:(.*)/s);
  const value = VARIABLES[name.toUpperCase()];
  if (value === undefined || change === undefined) return value;
  const [from = "", to = ""] = change.split("=");
  return value.replaceAll(from, to);
}

/** An unknown variable stays as it is typed. */
function percentAtPrompt(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const close = text.charAt(i) === "%" ? text.indexOf("%", i + 1) : -1;
    const value = close < 0 ? undefined : variable(text.slice(i + 1, close));
    if (value === undefined) out += text.charAt(i);
    else {
      out += value;
      i = close;
    }
  }
  return out;
}

function percentInFile(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    if (text.charAt(i) !== "%") out += text.charAt(i);
    else if (text.charAt(i + 1) === "%") {
      out += "%";
      i++;
    } else if (/[0-9*~]/.test(text.charAt(i + 1))) i++;
    else {
      const close = text.indexOf("%", i + 1);
      if (close >= 0) {
        out += variable(text.slice(i + 1, close)) ?? "";
        i = close;
      }
    }
  }
  return out;
}

/** Carets and cmd's own quotes. */
function unescape(text: string): string {
  let out = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '"') quoted = !quoted;
    if (quoted || !/[\^&|<>()\r\n\u001a]/.test(c)) {
      if (/[\r\n]/.test(c)) throw new Error("the line ends");
      out += c;
      continue;
    }
    if (c !== "^") throw new Error(`${c} acts`);
    // A line break after a caret goes, and the character after it is taken literally.
    const lineBreak = /^\r?\n/.exec(text.slice(i + 1))?.[0].length ?? 0;
    i += 1 + lineBreak;
    out += text.charAt(i);
  }
  if (quoted) throw new Error("an open quote");
  return out;
}

/** What PowerShell makes of a command line or of an array that is handed over; the program comes first. */
export function powerShellWords(text: string): readonly string[] {
  const splat = /^\$arguments = @\(\n([^]*)\n\)\n(\S+) @arguments$/.exec(text);
  if (splat === null) return argumentMode(text);
  const [, body = "", program = ""] = splat;
  const words: string[] = [];
  let rest = body.trimStart();
  while (rest !== "") {
    const { word, length } = quotedWord(rest);
    words.push(word);
    rest = rest.slice(length).trimStart();
    if (rest === "") break;
    if (!rest.startsWith(",")) throw new Error("no comma in an array");
    rest = rest.slice(1).trimStart();
    if (rest === "") throw new Error("a comma at the end of an array");
  }
  return [program, ...words];
}

const SINGLE = /^['\u2018\u2019\u201a\u201b]/;

function quotedWord(text: string): { readonly word: string; readonly length: number } {
  if (!SINGLE.test(text)) throw new Error("no quote where one has to be");
  let word = "";
  for (let i = 1; i < text.length; i++) {
    const c = text.charAt(i);
    if (!SINGLE.test(c)) word += c;
    else if (SINGLE.test(text.charAt(i + 1))) {
      word += c;
      i++;
    } else return { word, length: i + 1 };
  }
  throw new Error("an open quote");
}

function argumentMode(text: string): readonly string[] {
  const words: string[] = [];
  let rest = text;
  if (rest.startsWith("& ")) rest = rest.slice(2);
  else if (SINGLE.test(rest)) throw new Error("a text, not a command");
  while (rest !== "") {
    if (SINGLE.test(rest)) {
      const { word, length } = quotedWord(rest);
      words.push(word);
      rest = rest.slice(length);
    } else {
      const word = /^[^ ]*/.exec(rest)?.[0] ?? "";
      if (!/^[A-Za-z0-9_./:=+\\*-]+$/.test(word)) throw new Error(`a special character in ${word}`);
      if (word.startsWith("--%") || word === "--") throw new Error("the stop-parsing sign");
      if (/^[.+]?\d+(?:[.]\d+)?(?:e\d+|[kmgtp]b)?$/i.test(word) || /^0x/i.test(word)) throw new Error("a number");
      // A parameter ends at a colon or a dot, and what follows becomes a word of its own.
      const broken = /^(-[^.:]*)([.:].*)$/.exec(word);
      words.push(...(broken === null ? [word] : [broken[1] ?? "", broken[2] ?? ""]));
      rest = rest.slice(word.length);
    }
    if (rest !== "" && !rest.startsWith(" ")) throw new Error("words run together");
    rest = rest.replace(/^ +/, "");
  }
  return words;
}

/** What arrives at the program when PowerShell before 7.3 starts it. */
export function legacyPassing(words: readonly string[]): readonly string[] {
  const line = words.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(" ");
  return splitCommandLine(line);
}
