// The stages of a Dockerfile: what each is made from, the variables that its ENV lines give, and what is copied into it.

import { ELSEWHERE } from "../../text/elsewhere.ts";
import type { Span } from "../../text/span.ts";
import { readInstructions } from "./dockerfileLines.ts";
import type { Instruction } from "./dockerfileLines.ts";
import { readAssignment } from "./environment.ts";
import { isTarget, tidyPath } from "./specs.ts";
import type { ContainerSyntax, ContainersSyntax, EnvironmentPlace, Given, GivenMount, GivenVariable } from "./syntax.ts";

interface Stage {
  readonly from: Instruction;
  readonly instructions: Instruction[];
}

export function readDockerfile(text: string): ContainersSyntax {
  const { instructions, comments, escape } = readInstructions(text);
  const stages: Stage[] = [];
  for (const instruction of instructions) {
    if (instruction.name === "FROM") stages.push({ from: instruction, instructions: [] });
    else stages.at(-1)?.instructions.push(instruction);
  }
  const reader = new StageReader(text, escape, defaultsOf(text, instructions, escape));
  return { containers: stages.flatMap((stage) => reader.read(stage) ?? []), comments };
}

/** `ARG NAME=default` before the first FROM. */
function defaultsOf(text: string, instructions: readonly Instruction[], escape: string): ReadonlyMap<string, string> {
  const first = instructions.findIndex(({ name }) => name === "FROM");
  const found = new Map<string, string>();
  for (const { name, body } of instructions.slice(0, Math.max(first, 0))) {
    if (name !== "ARG") continue;
    for (const word of readWords(text, body, escape)) {
      const cut = word.text.indexOf("=");
      if (cut > 0) found.set(word.text.slice(0, cut), word.text.slice(cut + 1));
    }
  }
  return found;
}

class StageReader {
  private readonly stages = new Map<string, Given>();

  constructor(
    private readonly text: string,
    private readonly escape: string,
    private readonly defaults: ReadonlyMap<string, string>,
  ) {}

  read({ from, instructions }: Stage): ContainerSyntax | undefined {
    const { text, escape } = this;
    const words = readWords(text, from.body, escape).filter(({ text: word }) => !word.startsWith("--"));
    const [written, as, name] = words;
    if (written === undefined) return undefined;
    // Of another stage: that one's image counts.
    const image = this.stages.get(written.text.toLowerCase()) ?? this.withArguments(written);
    const label = /^as$/i.test(as?.text ?? "") ? name : undefined;
    if (label !== undefined) this.stages.set(label.text.toLowerCase(), image);
    const of = (kind: string): readonly Instruction[] => instructions.filter((one) => one.name === kind);
    const command = of("CMD").at(-1);
    const user = of("USER").at(-1);
    const [account] = user === undefined ? [] : readWords(text, user.body, escape);
    return {
      ...(label === undefined ? {} : { name: label }),
      span: { start: from.span.start, end: instructions.at(-1)?.span.end ?? from.span.end },
      image,
      built: false,
      variables: of("ENV").flatMap((one) => this.variables(one)),
      envFiles: [],
      // More is given when a container is started.
      incomplete: true,
      ports: [],
      mounts: [...of("COPY"), ...of("ADD")].flatMap((one) => this.copied(one)),
      network: "own",
      ...(command === undefined ? {} : { command: commandOf(text, command, escape) }),
      ownEntrypoint: of("ENTRYPOINT").length > 0,
      ...(account === undefined ? {} : { user: account }),
      places: of("ENV").map(({ body }): EnvironmentPlace => ({ span: body, style: "words" })),
    };
  }

  private withArguments(given: Given): Given {
    const raw = this.text.slice(given.span.start, given.span.end);
    const withDefaults = raw.replace(
      /\$(?:\{([A-Za-z_]\w*)(?::-([^}]*))?\}|([A-Za-z_]\w*))/g,
      (_all, braced?: string, word?: string, bare?: string) => {
        return this.defaults.get(braced ?? bare ?? "") ?? word ?? ELSEWHERE;
      },
    );
    return given.text.includes(ELSEWHERE) ? { ...given, withDefaults } : given;
  }

  private variables({ body, span }: Instruction): readonly GivenVariable[] {
    const { text, escape } = this;
    const words = readWords(text, body, escape);
    const [first, ...others] = words;
    if (first === undefined) return [];
    if (!first.text.includes("=")) return this.oldForm(first, others, body, span);
    const removed = words.length === 1 ? wholeLines(text, span) : undefined;
    return words.flatMap((word) => {
      const found = readAssignment(text, word, {
        span: words.length === 1 ? span : word.span,
        keepsQuotes: false,
        write: (assignment) => ({ span: word.span, newText: quoted(assignment, escape) }),
        remove: () => removed,
      });
      return found === undefined ? [] : [found];
    });
  }

  /** `ENV NAME the whole rest`. */
  private oldForm(name: Given, [begin]: readonly Given[], body: Span, span: Span): readonly GivenVariable[] {
    if (begin === undefined || name.text.includes(ELSEWHERE)) return [];
    const value = { start: begin.span.start, end: body.start + this.text.slice(body.start, body.end).trimEnd().length };
    const raw = this.text.slice(value.start, value.end);
    const isPlain = !/[$"'\\\n]/.test(raw);
    return [
      {
        name: name.text,
        nameSpan: name.span,
        value: isPlain ? raw : undefined,
        valueSpan: value,
        span,
        keepsQuotes: false,
        ...(isPlain ? { verbatim: value } : {}),
        write: (wanted) => ({ span: value, newText: quoted(wanted, this.escape) }),
        remove: () => wholeLines(this.text, span),
      },
    ];
  }

  private copied({ body, span }: Instruction): readonly GivenMount[] {
    const raw = this.text.slice(body.start, body.end).trim();
    const words = raw.startsWith("[")
      ? (jsonWords(raw) ?? [])
      : readWords(this.text, body, this.escape)
          .map(({ text }) => text)
          .filter((word) => !word.startsWith("--"));
    const target = words.at(-1);
    if (target === undefined || words.length < 2 || !isTarget(target)) return [];
    return words.slice(0, -1).map((source): GivenMount => {
      const file = source.slice(source.lastIndexOf("/") + 1);
      // Into a folder a file goes under its own name, and of a folder all that is in it.
      const into = target.endsWith("/") && /^[\w.-]*\.\w+$/.test(file) ? target + file : target;
      return { span, kind: "copy", target: tidyPath(into), readOnly: false, ...(source.includes(ELSEWHERE) ? {} : { source }) };
    });
  }
}

/** Words of an instruction, cut at blanks; quotes and the escape character are taken away, variables are not known. */
function readWords(text: string, body: Span, escape: string): readonly Given[] {
  const pattern = escape === "\\" ? WORD_BACKSLASH : WORD_BACKTICK;
  const source = text.slice(body.start, body.end).replace(/^[ \t]*#[^\n]*$/gm, (comment) => " ".repeat(comment.length));
  return [...source.matchAll(pattern)].flatMap((match): readonly Given[] => {
    const [raw] = match;
    if (raw === escape || raw === `${escape}\r`) return [];
    const span = { start: body.start + match.index, end: body.start + match.index + raw.length };
    if (!/["'$\\`]/.test(raw)) return [{ text: raw, span, verbatim: span }];
    return [{ text: unquoted(raw, escape), span }];
  });
}

const WORD_BACKSLASH = /(?:[^\s"'\\]|\\(?!\s*\n)[^]|"(?:[^"\\]|\\[^])*"|'[^']*')+/g;
const WORD_BACKTICK = /(?:[^\s"'`]|`(?!\s*\n)[^]|"(?:[^"`]|`[^])*"|'[^']*')+/g;

/** A word without its quotes and escapes, and with nothing known where a variable stands. */
function unquoted(raw: string, escape: string): string {
  let result = "";
  let quote = "";
  for (let i = 0; i < raw.length; i++) {
    const c = raw.charAt(i);
    if (quote === "'" ? c === "'" : (c === '"' || c === "'") && (quote === "" || quote === c)) quote = quote === "" ? c : "";
    else if (quote === "'") result += c;
    else if (c === escape) {
      const next = raw.charAt(++i);
      // In double quotes, before anything else, it is a character like others.
      result += quote === '"' && next !== '"' && next !== "$" && next !== escape ? c + next : next;
    } else if (c === "$") {
      const reference = /^\$(?:\{[^}]*\}?|[A-Za-z_]\w*)/.exec(raw.slice(i, i + 200))?.[0];
      result += reference === undefined ? c : ELSEWHERE;
      i += (reference?.length ?? 1) - 1;
    } else result += c;
  }
  return result;
}

function quoted(text: string, escape: string): string {
  if (/^[\w./:@%+,=-]+$/.test(text)) return text;
  const cut = text.indexOf("=");
  const name = /^[\w.-]+=/.test(text) ? text.slice(0, cut + 1) : "";
  return `${name}"${text.slice(name.length).replace(/[\\`"$]/g, (character) => (character === "`" && escape === "\\" ? character : escape + character))}"`;
}

/** A list in JSON, or a line for the shell. */
function commandOf(text: string, { body }: Instruction, escape: string): readonly Given[] {
  const raw = text.slice(body.start, body.end).trim();
  const span = {
    start: body.start + text.slice(body.start, body.end).indexOf(raw),
    end: body.start + text.slice(body.start, body.end).trimEnd().length,
  };
  const listed = raw.startsWith("[") ? jsonWords(raw) : undefined;
  if (listed !== undefined) return listed.map((word) => ({ text: word, span }));
  // The shell runs it: the image's program gets `/bin/sh`.
  return raw === "" ? [] : [{ text: "/bin/sh", span }, ...readWords(text, body, escape)];
}

function jsonWords(raw: string): readonly string[] | undefined {
  try {
    const list: unknown = JSON.parse(raw);
    return Array.isArray(list) && list.every((item) => typeof item === "string") ? list : undefined;
  } catch {
    return undefined;
  }
}

function wholeLines(
  text: string,
  { start, end }: Span,
): readonly { readonly span: Span; readonly newText: string }[] | undefined {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const feed = text.indexOf("\n", end);
  return text.slice(from, start).trim() === ""
    ? [{ span: { start: from, end: feed < 0 ? text.length : feed + 1 }, newText: "" }]
    : undefined;
}
