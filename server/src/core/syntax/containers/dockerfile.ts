// The stages of a Dockerfile: what each is made from, the variables that its ENV lines give, and what is copied into it.

import { ELSEWHERE } from "../../text/elsewhere.ts";
import { known } from "../../text/known.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";
import { removeLines } from "../yaml/write.ts";
import { readInstructions } from "./dockerfileLines.ts";
import type { Instruction, Pair } from "./dockerfileLines.ts";
import { givenWord, jsonWords, onOneLine, quoted } from "./dockerfileWords.ts";
import type { Escape } from "./dockerfileWords.ts";
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
function defaultsOf(text: string, instructions: readonly Instruction[], escape: Escape): ReadonlyMap<string, string> {
  const first = instructions.findIndex(({ name }) => name === "FROM");
  const found = new Map<string, string>();
  for (const { name, pairs } of instructions.slice(0, Math.max(first, 0))) {
    if (name !== "ARG") continue;
    for (const pair of pairs) {
      const { text: word } = givenWord(text, pair.span, escape);
      const cut = word.indexOf("=");
      if (cut > 0) found.set(word.slice(0, cut), word.slice(cut + 1));
    }
  }
  return found;
}

class StageReader {
  private readonly stages = new Map<string, Given>();

  constructor(
    private readonly text: string,
    private readonly escape: Escape,
    private readonly defaults: ReadonlyMap<string, string>,
  ) {}

  read({ from, instructions }: Stage): ContainerSyntax | undefined {
    const [written, as, name] = this.wordsOf(from);
    if (written === undefined) return undefined;
    // Of another stage: that one's image counts.
    const image = this.stages.get(written.text.toLowerCase()) ?? this.withArguments(written);
    const label = /^as$/i.test(as?.text ?? "") ? name : undefined;
    if (label !== undefined) this.stages.set(label.text.toLowerCase(), image);
    const of = (kind: string): readonly Instruction[] => instructions.filter((one) => one.name === kind);
    const command = of("CMD").at(-1);
    const user = of("USER").at(-1);
    const [account] = user === undefined ? [] : this.wordsOf(user);
    return {
      ...known({ name: label, user: account, command: command && this.command(command) }),
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
      ownEntrypoint: of("ENTRYPOINT").length > 0,
      places: of("ENV").map(({ body }): EnvironmentPlace => ({ span: body, style: "words" })),
    };
  }

  private wordsOf({ words }: Instruction): readonly Given[] {
    return words.map((span) => givenWord(this.text, span, this.escape));
  }

  private withArguments(given: Given): Given {
    const raw = this.text.slice(given.span.start, given.span.end);
    const withDefaults = raw.replace(
      /\$(?:\{([A-Za-z_]\w*)(?::-([^}]{0,500}))?\}|([A-Za-z_]\w*))/g,
      (_all, braced?: string, word?: string, bare?: string) => {
        return this.defaults.get(braced ?? bare ?? "") ?? word ?? ELSEWHERE;
      },
    );
    return given.text.includes(ELSEWHERE) ? { ...given, withDefaults } : given;
  }

  private variables({ pairs, span }: Instruction): readonly GivenVariable[] {
    const { text, escape } = this;
    const only = pairs.length === 1;
    const remove = (): readonly TextEdit[] | undefined => (only ? removeLines(text, span) : undefined);
    // A name alone: somebody is still typing.
    if (only && pairs[0]?.value === undefined) return [];
    return pairs.flatMap((pair): readonly GivenVariable[] => {
      if (!pair.joined) return this.oldForm(pair, span, remove);
      const found = readAssignment(text, givenWord(text, pair.span, escape), {
        span: only ? span : pair.span,
        keepsQuotes: false,
        write: (assignment) => ({ span: pair.span, newText: quoted(assignment, escape) }),
        remove,
      });
      return found === undefined ? [] : [found];
    });
  }

  /** `ENV NAME the whole rest`. */
  private oldForm(pair: Pair, span: Span, remove: GivenVariable["remove"]): readonly GivenVariable[] {
    const name = givenWord(this.text, pair.name, this.escape).text;
    const { value } = pair;
    if (value === undefined || name.includes(ELSEWHERE)) return [];
    const raw = this.text.slice(value.start, value.end);
    const isPlain = !/[$"'\\\n]/.test(raw);
    return [
      {
        name,
        nameSpan: pair.name,
        value: isPlain ? raw : undefined,
        valueSpan: value,
        span,
        keepsQuotes: false,
        ...(isPlain ? { verbatim: value } : {}),
        write: (wanted) => ({ span: value, newText: quoted(wanted, this.escape) }),
        remove,
      },
    ];
  }

  private copied(instruction: Instruction): readonly GivenMount[] {
    const listed = jsonWords(this.rest(instruction));
    const words = listed ?? this.wordsOf(instruction).map(({ text }) => text);
    const target = words.at(-1);
    if (target === undefined || words.length < 2 || !isTarget(target)) return [];
    return words.slice(0, -1).map((source): GivenMount => {
      const file = source.slice(source.lastIndexOf("/") + 1);
      // Into a folder a file goes under its own name, and of a folder all that is in it.
      const into = target.endsWith("/") && /^[\w.-]*\.\w+$/.test(file) ? target + file : target;
      return {
        span: instruction.span,
        kind: "copy",
        target: tidyPath(into),
        readOnly: false,
        ...(source.includes(ELSEWHERE) ? {} : { source }),
      };
    });
  }

  /** A list in JSON, or a line for the shell. */
  private command(instruction: Instruction): readonly Given[] {
    const [first, last = first] = [instruction.words.at(0), instruction.words.at(-1)];
    if (first === undefined || last === undefined) return [];
    const span = { start: first.start, end: last.end };
    const listed = jsonWords(this.rest(instruction));
    if (listed !== undefined) return listed.map((word) => ({ text: word, span }));
    // The shell runs it: the image's program gets `/bin/sh`.
    return [{ text: "/bin/sh", span }, ...this.wordsOf(instruction)];
  }

  /** What follows the options, as one line. */
  private rest({ words, body }: Instruction): string {
    const start = words.at(0)?.start ?? body.end;
    return onOneLine(this.text.slice(start, words.at(-1)?.end ?? start), this.escape);
  }
}
