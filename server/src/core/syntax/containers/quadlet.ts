// The container of a Quadlet unit (`NAME.container`), which systemd hands to podman.

import { ELSEWHERE, knownText } from "../../text/elsewhere.ts";
import { known } from "../../text/known.ts";
import type { Span } from "../../text/span.ts";
import { readAssignment } from "./environment.ts";
import { readMount, readPort, readVolume } from "./specs.ts";
import type { ContainerSyntax, ContainersSyntax, Given, GivenVariable } from "./syntax.ts";

interface Setting {
  readonly key: string;
  readonly value: Given;
  /** The whole line, or lines. */
  readonly span: Span;
}

export function readQuadlet(text: string): ContainersSyntax {
  const { settings, comments, section } = readUnit(text, "Container");
  if (section === undefined) return { containers: [], comments };
  const all = (key: string): readonly Given[] => settings.filter((one) => one.key === key).map(({ value }) => value);
  const last = (key: string): Given | undefined => all(key).at(-1);
  const image = last("Image");
  const command = last("Exec");
  const mode = last("Network")?.text;
  const environment = settings.filter(({ key }) => key === "Environment");
  const envFiles = all("EnvironmentFile").map((given) => {
    const path = knownText(given)?.replace(/^-/, "");
    return path === undefined || path === "" ? undefined : { path, span: given.span, dialect: "podman" as const };
  });
  const container: ContainerSyntax = {
    ...known({ image, name: last("ContainerName"), user: last("User"), hostname: last("HostName") }),
    ...known({ command: command && wordsOf(command) }),
    span: section,
    built: image?.text.endsWith(".build") === true,
    variables: environment.flatMap((setting) => variables(text, setting)),
    envFiles: envFiles.filter((one) => one !== undefined),
    incomplete:
      envFiles.includes(undefined) ||
      ["Pod", "EnvironmentHost", "PodmanArgs", "GlobalArgs", "ContainersConfModule"].some((key) => last(key) !== undefined),
    ports: all("PublishPort").flatMap((given) => readPort(given) ?? []),
    mounts: [
      ...all("Volume").flatMap((given) => readVolume(given) ?? []),
      ...all("Mount").flatMap((given) => readMount(given) ?? []),
    ],
    network:
      mode === undefined ? "own" : mode === "host" ? "host" : /^(?:container:|none)|\.container$/.test(mode) ? "other" : "own",
    ownEntrypoint: last("Entrypoint") !== undefined,
    places: environment.map(({ value }) => ({ span: value.span, style: "words" })),
  };
  return { containers: [container], comments };
}

/** The settings of one section; an empty one takes back those before it. */
function readUnit(
  text: string,
  wanted: string,
): { readonly settings: readonly Setting[]; readonly comments: readonly Span[]; readonly section?: Span } {
  let settings: Setting[] = [];
  const comments: Span[] = [];
  let section: { start: number; end: number } | undefined;
  let inside = false;
  for (let at = 0; at < text.length;) {
    const start = at;
    let end = lineEnd(text, at);
    const line = text.slice(at, end);
    if (/^\s*[#;]/.test(line)) comments.push({ start: at + (/^\s*/.exec(line)?.[0].length ?? 0), end });
    else {
      while (text.charAt(end - 1) === "\\" && end < text.length) end = lineEnd(text, nextLine(text, end));
      const header = /^\[([^\]]*)\]\s*$/.exec(line)?.[1];
      if (header !== undefined) {
        inside = header === wanted;
        if (inside) section ??= { start, end };
      } else if (inside) {
        const [, key, gap] = /^([A-Za-z]+)(\s*=\s*)/.exec(line) ?? [];
        if (key !== undefined && gap !== undefined) {
          const value = given(text, start + key.length + gap.length, end);
          if (value.text === "") settings = settings.filter((one) => one.key !== key);
          else settings.push({ key, value, span: { start, end } });
        }
      }
      if (inside && section !== undefined && line.trim() !== "") section.end = end;
    }
    at = nextLine(text, end);
  }
  return { settings, comments, ...known({ section }) };
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf("\n", from);
  const end = feed < 0 ? text.length : feed;
  return text.charAt(end - 1) === "\r" && end > from ? end - 1 : end;
}

function nextLine(text: string, end: number): number {
  const feed = text.indexOf("\n", end);
  return feed < 0 ? text.length : feed + 1;
}

/**
 * systemd puts a blank for a line break behind a backslash. `%` begins what it fills in itself, and in the command that becomes of the
 * unit, `${` does so for variables; a dollar sign is written as two.
 */
function given(text: string, start: number, end: number): Given {
  const raw = text.slice(start, end).trimEnd();
  const span = { start, end: start + raw.length };
  const joined = raw.replace(/\\\r?\n[ \t]*/g, " ");
  const value = joined.replace(/%(.)|\$\$|\$\{\w*\}/g, (all, letter: string | undefined) => {
    if (all === "%%" || all === "$$") return all.charAt(0);
    return letter === "h" ? all : ELSEWHERE;
  });
  return { text: value, span, ...(value === raw ? { verbatim: span } : {}) };
}

/** Words as systemd cuts them: at blanks, with quotes around a word or a part of it, and backslashes. */
function wordsOf({ text, verbatim, span }: Given): readonly Given[] {
  return [...text.matchAll(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')+/gs)].map((match) => {
    const [raw] = match;
    const quote = /^(["']).*\1$/s.test(raw) && !raw.slice(1, -1).includes(raw.charAt(0)) ? 1 : 0;
    const inner = raw.slice(quote, raw.length - quote);
    const isPlain = !/["'\\]/.test(inner);
    const value = isPlain ? inner : unquoted(raw);
    if (verbatim === undefined) return { text: value, span };
    const place = { start: verbatim.start + match.index, end: verbatim.start + match.index + raw.length };
    return { text: value, span: place, ...(isPlain ? { verbatim: { start: place.start + quote, end: place.end - quote } } : {}) };
  });
}

const ESCAPES: Readonly<Record<string, string>> = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", s: " ", t: "\t", v: "\v" };

function unquoted(raw: string): string {
  let result = "";
  let quote = "";
  for (let i = 0; i < raw.length; i++) {
    const c = raw.charAt(i);
    if (c === "\\") {
      const next = raw.charAt(++i);
      const code = next === "x" ? /^[\da-fA-F]{2}/.exec(raw.slice(i + 1, i + 3))?.[0] : undefined;
      result += code === undefined ? (ESCAPES[next] ?? next) : String.fromCharCode(parseInt(code, 16));
      i += code?.length ?? 0;
    } else if ((c === '"' || c === "'") && (quote === "" || quote === c)) quote = quote === "" ? c : "";
    else result += c;
  }
  return result;
}

function variables(text: string, { value, span }: Setting): readonly GivenVariable[] {
  const words = wordsOf(value);
  const rest = nextLine(text, span.end);
  return words.flatMap((word) => {
    const found = readAssignment(text, word, {
      span: words.length === 1 ? span : word.span,
      keepsQuotes: false,
      write: (assignment) => (value.verbatim === undefined ? undefined : { span: word.span, newText: quoted(assignment) }),
      remove: () => (words.length === 1 ? [{ span: { start: span.start, end: rest }, newText: "" }] : undefined),
    });
    return found === undefined ? [] : [found];
  });
}

function quoted(assignment: string): string {
  const text = assignment.replaceAll("%", "%%").replaceAll("$", "$$$$");
  return /^[\w./:@%+,=-]+$/.test(text) ? text : `"${text.replace(/[\\"]/g, "\\$&")}"`;
}
