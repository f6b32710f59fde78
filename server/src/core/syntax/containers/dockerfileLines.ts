// Instructions of a Dockerfile, as a library finds them: comments, lines that go on, the escape character, here-documents, and where
// words and pairs of names and values stand. Everything in offsets; what the words mean is for others.

import { Arg, DockerfileParser, Env } from "dockerfile-ast";
import type { Instruction as Found, Property } from "dockerfile-ast";
import { LineIndex } from "../../text/lineIndex.ts";
import type { Span } from "../../text/span.ts";

export interface Instruction {
  /** In upper case: `ENV`. */
  readonly name: string;
  readonly span: Span;
  /** What follows the name. */
  readonly body: Span;
  /** Words between blanks, without options (`--from=x`) and here-documents. */
  readonly words: readonly Span[];
  /** Of `ENV` and `ARG`. */
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly span: Span;
  readonly name: Span;
  readonly value?: Span;
  /** `NAME=value`, and not `NAME the whole rest`. */
  readonly joined: boolean;
}

export interface DockerfileLines {
  readonly instructions: readonly Instruction[];
  readonly comments: readonly Span[];
  readonly escape: "\\" | "`";
}

const NOTHING: DockerfileLines = { instructions: [], comments: [], escape: "\\" };

export function readInstructions(text: string): DockerfileLines {
  if (takesLong(text)) return NOTHING;
  try {
    return read(text);
  } catch {
    // Nobody promises that the library reads any text at all.
    return NOTHING;
  }
}

/** The library looks for the stage of each comment among all stages. */
function takesLong(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/^[ \t]*from\b/gim) * count(/#/g) > 1_000_000;
}

/** A place in the library's words. */
type Place = ReturnType<Found["getRange"]>;

function read(text: string): DockerfileLines {
  const file = DockerfileParser.parse(text);
  const lines = new LineIndex(text);
  const span = ({ start, end }: Place): Span => ({
    start: lines.offset({ line: start.line, column: start.character }),
    end: lines.offset({ line: end.line, column: end.character }),
  });
  const wordsOf = (found: Found): readonly Span[] => {
    const words = found.getArguments().map((word) => span(word.getRange()));
    // To the library the lines of a here-document are words like others.
    const document = words.find(({ start }) => text.startsWith("<<", start));
    const end = document === undefined ? -1 : text.indexOf("\n", document.end);
    return end < 0 ? words : words.filter(({ start }) => start < end);
  };
  const pairOf = (property: Property): Pair => {
    const value = property.getValueRange();
    return {
      span: span(property.getRange()),
      name: span(property.getNameRange()),
      ...(value === null ? {} : { value: span(value) }),
      joined: property.getAssignmentOperator() !== null || value === null,
    };
  };
  return {
    instructions: file.getInstructions().map((found): Instruction => {
      const whole = span(found.getRange());
      const hasPairs = found instanceof Env || found instanceof Arg;
      return {
        name: found.getKeyword(),
        span: whole,
        body: { start: span(found.getInstructionRange()).end, end: whole.end },
        words: hasPairs || found.getKeyword() === "RUN" ? [] : wordsOf(found),
        pairs: hasPairs ? found.getProperties().map(pairOf) : [],
      };
    }),
    comments: file.getComments().map((comment) => span(comment.getRange())),
    escape: file.getEscapeCharacter() === "`" ? "`" : "\\",
  };
}
