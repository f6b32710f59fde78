// A small reader of Quadlet units: what podman is started with in the end. First Quadlet takes values as they are or splits them into
// words, then systemd replaces what its signs stand for on the command line.

export interface Unit {
  /** Values by key, of the section [Container], after systemd. */
  readonly container: ReadonlyMap<string, readonly string[]>;
  readonly sections: readonly string[];
}

/** Keys whose values are split into words with quotes and escapes. */
const WORDS = new Set(["Environment", "EnvironmentFile", "Label", "Annotation", "Mount", "PodmanArgs", "Exec"]);
/** Keys whose values lose quotes around the whole. */
const UNQUOTED = new Set(
  "Image ContainerName HostName User HealthCmd LogDriver Entrypoint WorkingDir UserNS PidsLimit StopTimeout".split(" "),
);

export function readUnit(text: string): Unit {
  const container = new Map<string, string[]>();
  const sections: string[] = [];
  for (const line of text.split("\n")) {
    const section = /^\[(.*)\]$/.exec(line)?.[1];
    if (section !== undefined) sections.push(section);
    if (section !== undefined || line === "" || sections.at(-1) !== "Container") continue;
    const [, key = "", raw = ""] = /^(\w+)=\s*([^]*)$/.exec(line) ?? [];
    if (key === "" || raw.endsWith("\\")) throw new Error(`not a line of its own: ${line}`);
    const values = WORDS.has(key)
      ? untilEmpty(splitWords(raw))
      : [UNQUOTED.has(key) ? raw.replace(/[\s\x85]+$/, "").replace(/^"+|"+$/g, "") : raw];
    container.set(key, [...(container.get(key) ?? []), ...values.map(bySystemd)]);
  }
  return { container, sections };
}

/** Quadlet stops there. */
function untilEmpty(words: readonly string[]): readonly string[] {
  const end = words.indexOf("");
  return end < 0 ? words : words.slice(0, end);
}

/** By quotes and escapes, as Quadlet and systemd know them. */
export function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === "\\") {
      const [escape = "", hex] = /^\\(?:x([0-9a-f]{2})|[abfnrtv\\"'s])/.exec(text.slice(i)) ?? [];
      if (escape === "") throw new Error("an unknown escape");
      word =
        (word ?? "") +
        (hex === undefined ? (SIGNS[escape.charAt(1)] ?? escape.charAt(1)) : String.fromCharCode(parseInt(hex, 16)));
      i += escape.length - 1;
    } else if (quote !== "" ? c === quote : c === '"' || c === "'") {
      quote = quote === "" ? c : "";
      word ??= "";
    } else if (quote === "" && /[ \t\n\r]/.test(c)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + c;
  }
  if (quote !== "") throw new Error("an open quote");
  return word === undefined ? words : [...words, word];
}

const SIGNS: Readonly<Record<string, string>> = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v", s: " " };

export function bySystemd(text: string): string {
  return text.replace(/%(.?)|\$(.?)/gs, (whole, percent?: string, dollar?: string) => {
    if (percent === "%") return "%";
    if (dollar === "$") return "$";
    throw new Error(`systemd would replace ${whole}`);
  });
}
