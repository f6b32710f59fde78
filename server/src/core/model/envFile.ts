// What one env file says: its variables, and what each tool would read. Which tool will read the file is often unknown, so every
// reading is kept, and a rule speaks of a value only where it is wrong in each reading that counts.

import { parseEnv } from "../syntax/env/index.ts";
import type { EnvAssignment, EnvDialect, EnvIssue, EnvSyntax } from "../syntax/env/syntax.ts";
import { USUAL_DIALECTS } from "../syntax/env/dialects.ts";
import type { EnvDialectChoice } from "../syntax/env/dialects.ts";
import { blanksBefore } from "../text/indent.ts";
import type { Span } from "../text/span.ts";
import { SpanIndex } from "../text/spanIndex.ts";
import type { EnvReader } from "./envReaders.ts";

export type { EnvDialectChoice } from "../syntax/env/dialects.ts";

export interface EnvVariable {
  readonly name: string;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
  readonly span: Span;
  /** One per dialect that counts and sees this variable, in the order of `EnvFile.dialects`. */
  readonly readings: readonly EnvReading[];
}

export interface EnvReading {
  readonly dialect: EnvDialect;
  /** Undefined: taken from elsewhere, or not known. */
  readonly value: string | undefined;
  readonly verbatim?: Span;
}

export interface EnvFile {
  readonly kind: "env";
  readonly dialects: readonly EnvDialect[];
  readonly variables: readonly EnvVariable[];
  readonly syntaxes: readonly EnvSyntax[];
  /** What every dialect that counts refuses, once. */
  readonly issues: readonly EnvIssue[];
  readonly comments: readonly Span[];
  /** Who reads it, where the files around it tell and nobody chose a tool. */
  readonly readers?: readonly EnvReader[];
}

/** `readers`, when known, decide for files that nobody has chosen a tool for. */
export function readEnvFile(text: string, choice: EnvDialectChoice, readers: readonly EnvReader[] = []): EnvFile {
  const own = choice === "auto" ? readers : [];
  const found = [...new Set(own.map(({ dialect }) => dialect))];
  const undecided = found.length > 0 ? found : USUAL_DIALECTS;
  const dialects = choice === "auto" ? undecided : [choice];
  const syntaxes = dialects.map((dialect) => parseEnv(text, dialect));
  const [first] = syntaxes;
  return {
    kind: "env",
    dialects,
    variables: variables(syntaxes),
    syntaxes,
    issues: commonIssues(syntaxes),
    comments: first?.comments ?? [],
    ...(own.length === 0 ? {} : { readers: own }),
  };
}

/** Whether some variable is named like those of Prosody's container image; a file without any is none of our business. */
export function speaksOfProsody(file: EnvFile): boolean {
  return file.variables.some(({ name }) => /^PROSODY(?:CTL)?_/.test(meantName(name)));
}

/** Without what podman takes for a part of a name and nobody means by it. */
export function meantName(name: string): string {
  const meant = name.replace(/^\uFEFF/, "").replace(/^export[ \t]+/, "");
  return meant.slice(0, blanksBefore(meant, meant.length));
}

/** Joins what the dialects see at one place of the text under one name. */
function variables(syntaxes: readonly EnvSyntax[]): readonly EnvVariable[] {
  const byPlace = new Map<string, { assignment: EnvAssignment; readings: EnvReading[] }>();
  for (const syntax of syntaxes) {
    for (const assignment of syntax.assignments) {
      const place = `${assignment.nameSpan.start} ${assignment.name}`;
      const known = byPlace.get(place) ?? { assignment, readings: [] };
      known.readings.push({
        dialect: syntax.dialect,
        value: assignment.uncertain === true ? undefined : assignment.value,
        ...(assignment.verbatim === undefined ? {} : { verbatim: assignment.verbatim }),
      });
      byPlace.set(place, known);
    }
  }
  const found = [...byPlace.values()].map(({ assignment: { name, nameSpan, valueSpan, span }, readings }) => {
    return { name, nameSpan, valueSpan, span, readings };
  });
  return found.sort((a, b) => a.nameSpan.start - b.nameSpan.start);
}

/** Fatal issues that begin at the same place in every dialect; the first dialect's words are used. */
function commonIssues(syntaxes: readonly EnvSyntax[]): readonly EnvIssue[] {
  const [first, ...others] = syntaxes;
  if (first === undefined) return [];
  const inOthers = others.map(({ issues }) => new SpanIndex(issues.filter(({ fatal }) => fatal)));
  return first.issues.filter(({ fatal, span }) => fatal && inOthers.every((issues) => issues.touching(span).length > 0));
}
