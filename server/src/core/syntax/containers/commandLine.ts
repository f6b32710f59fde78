// Containers that `docker run` and `podman run` lines start, in shell scripts and in the code blocks of Markdown.

import { knownText } from "../../text/elsewhere.ts";
import { known } from "../../text/known.ts";
import type { Span } from "../../text/span.ts";
import { readAssignment } from "./environment.ts";
import { readOptions } from "./runOptions.ts";
import { readCommand, shellQuoted } from "./shellWords.ts";
import { readMount, readPort, readVolume } from "./specs.ts";
import { fromOffset } from "./syntax.ts";
import type { ContainerSyntax, ContainersSyntax, Given, GivenEnvFile, GivenMount, GivenPort, GivenVariable } from "./syntax.ts";

/** Where a command may begin: at the start of a line or behind what separates commands, perhaps with a prompt or `sudo`. */
const COMMAND =
  /(?:^|[;&|(]|\b(?:then|do|else|exec))[ \t]*(?:[$#%>][ \t]+)?(?:[A-Z_][A-Z0-9_]*=\S{0,500}[ \t]+)*(?:sudo[ \t]+(?:-[A-Za-z]+[ \t]+)*)?(?:docker|podman|nerdctl)[ \t]+(?:container[ \t]+)?(?:run|create)(?=[ \t\\])/gm;

/** Of one file. */
const MOST_COMMANDS = 200;

export function readShellScript(text: string): ContainersSyntax {
  return { containers: commandsIn(text, { start: 0, end: text.length }), comments: shellComments(text) };
}

export function readMarkdown(text: string): ContainersSyntax {
  return { containers: fences(text).flatMap((fence) => commandsIn(text, fence)), comments: markdownComments(text) };
}

function commandsIn(text: string, { start, end }: Span): readonly ContainerSyntax[] {
  const found: ContainerSyntax[] = [];
  for (const match of text.slice(start, end).matchAll(COMMAND)) {
    if (found.length >= MOST_COMMANDS) break;
    const [whole] = match;
    const lineStart = text.lastIndexOf("\n", start + match.index) + 1;
    // In a comment; a root's prompt looks the same, and begins its line with the command at once.
    const before = text.slice(lineStart, start + match.index + whole.length);
    if (/^\s*#/.test(before) && !/^\s*#[ \t]+(?:docker|podman)\b/.test(before)) continue;
    if (/^\s*#/.test(before) && start === 0) continue;
    const command = readCommand(text, start + match.index + whole.length, end);
    const engine = /docker|podman|nerdctl/.exec(whole)?.index ?? 0;
    const container = command === undefined ? undefined : runContainer(text, start + match.index + engine, command);
    if (container !== undefined) found.push(container);
  }
  return found;
}

/** Options that bring variables, ports or mounts along which are not in the command. */
const FROM_ELSEWHERE = new Set(["publish-all", "volumes-from", "pod", "env-host"]);

/** What the options say, until the first word that is none. */
function runContainer(text: string, start: number, words: readonly Given[]): ContainerSyntax | undefined {
  const variables: GivenVariable[] = [];
  const envFiles: GivenEnvFile[] = [];
  const ports: GivenPort[] = [];
  const mounts: GivenMount[] = [];
  const single = new Map<string, Given>();
  let incomplete = false;
  let ownEntrypoint = false;
  let i = 0;
  for (; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) break;
    if (!/^-./.test(word.text) || word.text === "--") {
      // Options may come out of a variable.
      if (word.text.startsWith("\0")) {
        incomplete = true;
        if (!/[/:]/.test(word.text)) continue;
      }
      break;
    }
    for (const { name, value, takesNext } of readOptions(word.text)) {
      const next = takesNext ? words[i + 1] : undefined;
      const given = value === undefined ? next : fromOffset(word, value);
      if (next !== undefined) i++;
      // Some of these have no value.
      if (FROM_ELSEWHERE.has(name)) incomplete = true;
      if (given === undefined) continue;
      const option = { start: word.span.start, end: (next ?? word).span.end };
      if (name === "env") {
        const found = variable(text, given, option, next === undefined ? word.text.slice(0, value) : "", next ?? word);
        if (found !== undefined) variables.push(found);
      } else if (name === "env-file") {
        const path = knownText(given);
        if (path === undefined) incomplete = true;
        else
          envFiles.push({
            path,
            span: given.span,
            dialect: text.slice(start, start + 6).startsWith("podman") ? "podman" : "docker",
          });
      } else if (name === "publish") ports.push(...[readPort(given)].flatMap((one) => one ?? []));
      else if (name === "volume") mounts.push(...[readVolume(given)].flatMap((one) => one ?? []));
      else if (name === "mount") mounts.push(...[readMount(given)].flatMap((one) => one ?? []));
      else if (name === "entrypoint") ownEntrypoint = true;
      else single.set(name, given);
    }
  }
  const image = words[i]?.text === "--" ? words[++i] : words[i];
  if (image === undefined) return undefined;
  const command = words.slice(i + 1);
  const mode = (single.get("network") ?? single.get("net"))?.text;
  const span = { start, end: words.at(-1)?.span.end ?? image.span.end };
  return {
    ...known({ name: single.get("name"), user: single.get("user"), hostname: single.get("hostname") }),
    span,
    image,
    built: false,
    variables,
    envFiles,
    incomplete,
    ports,
    mounts,
    network: mode === undefined ? "own" : mode === "host" ? "host" : /^(?:container:|pod|none)/.test(mode) ? "other" : "own",
    ...(command.length === 0 ? {} : { command }),
    ownEntrypoint,
    places: [{ span, style: "words" }],
  };
}

function variable(text: string, given: Given, option: Span, prefix: string, word: Given): GivenVariable | undefined {
  // Without the blanks and the line break in front, which belonged to it.
  const before = /(?:[ \t]|\\\r?\n)+$/.exec(text.slice(Math.max(0, option.start - 200), option.start))?.[0].length ?? 0;
  return readAssignment(text, given, {
    span: option,
    keepsQuotes: true,
    write: (assignment) => ({ span: word.span, newText: prefix + shellQuoted(assignment) }),
    remove: () => (before === 0 ? undefined : [{ span: { start: option.start - before, end: option.end }, newText: "" }]),
  });
}

const SHELLS = new Set([
  "",
  "sh",
  "bash",
  "shell",
  "console",
  "shellsession",
  "shell-session",
  "sh-session",
  "zsh",
  "terminal",
  "text",
]);

/** The insides of fenced code blocks that hold commands. */
function fences(text: string): readonly Span[] {
  const found: Span[] = [];
  let open: { readonly mark: string; readonly start: number; readonly shell: boolean } | undefined;
  for (const match of text.matchAll(/^[ \t]*(`{3,}|~{3,})[ \t]*([\w+-]*)[^\n]*$/gm)) {
    const [line, mark = "", language = ""] = match;
    if (open === undefined) {
      open = { mark, start: match.index + line.length, shell: SHELLS.has(language.toLowerCase()) };
    } else if (mark.startsWith(open.mark) && language === "") {
      if (open.shell) found.push({ start: open.start, end: match.index });
      open = undefined;
    }
  }
  return found;
}

function shellComments(text: string): readonly Span[] {
  return [...text.matchAll(/(?:^|[ \t])(#[^\n]*)$/gm)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - (match[1]?.length ?? 0), end };
  });
}

/** In the blocks as a shell has them. */
function markdownComments(text: string): readonly Span[] {
  return fences(text).flatMap(({ start, end }) =>
    shellComments(text.slice(start, end)).map((one) => ({ start: start + one.start, end: start + one.end })),
  );
}
