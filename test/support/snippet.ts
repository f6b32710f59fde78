// Expands an editor snippet as if somebody accepted it and pressed Tab to the end without typing: defaults stay, a choice takes
// its first item, a repeated tab stop repeats its text. Variables ($TM_…) give their default; transforms are not understood.

/** The text that a snippet inserts with all its defaults. `body` is what a snippets file holds: one string or its lines. */
export function expandSnippet(body: string | readonly string[]): string {
  const source = typeof body === "string" ? body : body.join("\n");
  const defaults = new Map<string, string>();
  // The first pass learns the texts of the tab stops, for those that are used before they are explained.
  expand(source, defaults);
  return expand(source, defaults);
}

/** Numbers of the tab stops in the order in which they appear. */
export function tabStops(body: string | readonly string[]): readonly number[] {
  const source = (typeof body === "string" ? body : body.join("\n")).replace(/\\[\\$}]/g, "");
  return [...source.matchAll(/\$(?:\{(\d+)|(\d+))/g)].map((match) => Number(match[1] ?? match[2]));
}

function expand(source: string, defaults: Map<string, string>): string {
  const reader = { source, at: 0 };
  const text = readText(reader, defaults, false);
  if (reader.at < source.length) throw new Error(`snippet: stray "}" at ${reader.at}`);
  return text;
}

interface Reader {
  readonly source: string;
  at: number;
}

function readText(reader: Reader, defaults: Map<string, string>, nested: boolean): string {
  let text = "";
  while (reader.at < reader.source.length) {
    const char = reader.source.charAt(reader.at);
    if (char === "\\" && /[\\$}]/.test(reader.source.charAt(reader.at + 1))) {
      text += reader.source.charAt(reader.at + 1);
      reader.at += 2;
    } else if (char === "$") {
      text += readPlaceholder(reader, defaults);
    } else if (char === "}" && nested) {
      return text;
    } else {
      text += char;
      reader.at += 1;
    }
  }
  return text;
}

function readPlaceholder(reader: Reader, defaults: Map<string, string>): string {
  const head = take(reader, /\$(\d+|[A-Za-z_]\w*)/y) ?? take(reader, /\$\{(\d+|[A-Za-z_]\w*)/y);
  if (head === undefined) {
    reader.at += 1;
    return "$";
  }
  const [whole, name = ""] = head;
  if (!whole.startsWith("${")) return defaults.get(name) ?? "";
  const choice = take(reader, /\|((?:\\.|[^|\\])*)\|\}/y);
  if (choice !== undefined) return remember(defaults, name, firstChoice(choice[1] ?? ""));
  if (take(reader, /:/y) !== undefined) {
    const text = readText(reader, defaults, true);
    if (take(reader, /\}/y) === undefined) throw new Error(`snippet: "\${${name}:" is not closed`);
    return remember(defaults, name, text);
  }
  if (take(reader, /\}/y) === undefined) throw new Error(`snippet: cannot read the placeholder "${name}" at ${reader.at}`);
  return defaults.get(name) ?? "";
}

function firstChoice(list: string): string {
  return (/^(?:\\.|[^,\\])*/.exec(list)?.[0] ?? "").replace(/\\([\\,|])/g, "$1");
}

function remember(defaults: Map<string, string>, name: string, text: string): string {
  if (/^\d/.test(name)) defaults.set(name, text);
  return text;
}

function take(reader: Reader, sticky: RegExp): RegExpExecArray | undefined {
  sticky.lastIndex = reader.at;
  const match = sticky.exec(reader.source) ?? undefined;
  if (match !== undefined) reader.at = sticky.lastIndex;
  return match;
}
