// The variables that the rules for env files speak of, with the values that they judge. What only one of the tools in question
// sees, and what is not known from the file alone, never gets here as a value.

import type { EnvReading, EnvVariable } from "../../../model/envFile.ts";
import type { VariableInfo } from "../../../schema/schema.ts";
import type { EnvDialect } from "../../../syntax/env/syntax.ts";
import type { Span } from "../../../text/span.ts";
import type { EnvContext } from "../../rule.ts";
import { concernsImage } from "./foreign.ts";
import { literalParts } from "./literal.ts";

export interface Subject {
  readonly name: string;
  readonly variable: EnvVariable;
  /** What is known of it, whatever the version; undefined: no variable of the image. */
  readonly info: VariableInfo | undefined;
  /**
   * The different values that the tools read, as they were meant (see `literalParts`). Undefined: not known, or a later line
   * outdoes this one. A value is wrong where all of them are.
   */
  readonly values: readonly [string, ...string[]] | undefined;
  /** Where the one value stands unit for unit. */
  readonly place: Span | undefined;
}

/** A subject that the chosen version of the image reads, with a known value. */
export interface KnownSubject extends Subject {
  readonly info: VariableInfo;
  readonly values: readonly [string, ...string[]];
}

/** In the order of the text; none in a file that is not about the image. */
export function subjectsOf({ file, text, schema }: EnvContext): readonly Subject[] {
  // Of a container it is known what it runs; its variables are read in one way only.
  const isContainer = file.dialects.length === 0;
  if (!isContainer && !concernsImage(file, schema)) return [];
  const dialects = livingDialects(file.syntaxes);
  const seen = file.variables.flatMap((variable) => {
    const info = schema.variable(variable.name);
    if (info === undefined && !/^PROSODY(?:CTL)?_[\w.,-]*$/.test(variable.name)) return [];
    const readings = isContainer ? variable.readings : variable.readings.filter((reading) => dialects.has(reading.dialect));
    return isContainer || readings.length === dialects.size ? [{ variable, info, readings }] : [];
  });
  const last = new Map(seen.map(({ variable }) => [variable.name, variable]));
  return seen.map(({ variable, info, readings }) => {
    const judged =
      last.get(variable.name) === variable ? readings.map((reading) => meant(text, reading, isContainer)) : [undefined];
    return { name: variable.name, variable, info, ...judge(text, judged) };
  });
}

/** What the chosen version of the image reads, with values. */
export function knownSubjects(context: EnvContext): readonly KnownSubject[] {
  return subjectsOf(context).flatMap((subject) => {
    const { info, values } = subject;
    return info?.availability === "now" && values !== undefined ? [{ ...subject, info, values }] : [];
  });
}

/** Where to point when the value is spoken of. */
export function valueSpan({ place, variable }: Subject): Span {
  if (place !== undefined && place.end > place.start) return place;
  return variable.valueSpan.end > variable.valueSpan.start ? variable.valueSpan : variable.nameSpan;
}

/** The value for a message; nothing of a secret, nor of what came from another variable. */
export function shown({ info, values, place }: Subject): string {
  const [value, ...others] = values ?? [];
  if (value === undefined || others.length > 0 || place === undefined || info?.secret === true) return "The value";
  return /^[^`\n]{1,60}$/.test(value) ? `\`${value}\`` : "The value";
}

/** A tool that refuses the file is not the one it was written for, unless every tool refuses it. */
export function livingDialects(
  syntaxes: readonly { readonly dialect: EnvDialect; readonly issues: readonly { readonly fatal: boolean }[] }[],
): ReadonlySet<EnvDialect> {
  const living = syntaxes.filter((syntax) => !syntax.issues.some((issue) => issue.fatal));
  return new Set((living.length > 0 ? living : syntaxes).map((syntax) => syntax.dialect));
}

interface Judged {
  readonly value: string;
  readonly place: Span | undefined;
}

function meant(text: string, { dialect, value, verbatim }: EnvReading, isContainer: boolean): Judged | undefined {
  if (value === undefined) return undefined;
  if (dialect === "compose" || verbatim === undefined) return { value, place: verbatim };
  const { inner, quoted } = literalParts(text, verbatim);
  // Of what is given to a container only quotes around the whole are hardly meant.
  if (isContainer && (quoted?.start !== verbatim.start || quoted.end !== verbatim.end)) return { value, place: verbatim };
  return { value: text.slice(inner.start, inner.end), place: inner };
}

function judge(text: string, judged: readonly (Judged | undefined)[]): Pick<Subject, "values" | "place"> {
  const known = judged.filter((one) => one !== undefined);
  const [first, ...others] = [...new Set(known.map((one) => one.value))];
  if (first === undefined || known.length < judged.length) return { values: undefined, place: undefined };
  const fitting = others.length > 0 ? [] : known.flatMap(({ place }) => (place === undefined ? [] : [place]));
  const place = fitting.find(({ start, end }) => text.slice(start, end) === first);
  return { values: [first, ...others], place: fitting.length === known.length ? place : undefined };
}
