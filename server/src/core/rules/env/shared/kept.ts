// What docker and podman keep as a part of a value, and Compose does not: quotes, a comment after the value, blanks around it.
// Three rules speak of it; they share how severe it is, and when.

import type { Span } from "../../../text/span.ts";
import type { EnvContext, Fix, Report, Severity } from "../../rule.ts";
import { isSameEverywhere, offer } from "./edits.ts";
import { literalParts } from "./literal.ts";
import type { LiteralParts } from "./literal.ts";
import { livingDialects, subjectsOf } from "./subject.ts";

export interface KeptValue {
  readonly parts: LiteralParts;
  readonly statement: Span;
  /** The tool that keeps it, at the beginning of a sentence. */
  readonly tool: string;
  /** Compose may read the file too, and does not keep it. */
  readonly disputed: boolean;
  /** Without quotes, the value that was meant is the same to every tool. */
  readonly portable: boolean;
}

/** The values of the image's variables, where a tool that takes them as they stand may read the file. */
export function keptValues(context: EnvContext): readonly KeptValue[] {
  const { file, text } = context;
  const dialects = livingDialects(file.syntaxes);
  const disputed = dialects.has("compose");
  return subjectsOf(context).flatMap(({ info, variable }) => {
    const literal = variable.readings.find(({ dialect }) => dialect !== "compose" && dialects.has(dialect));
    if (info === undefined || literal?.verbatim === undefined) return [];
    const parts = literalParts(text, literal.verbatim);
    const portable = isSameEverywhere(text.slice(parts.inner.start, parts.inner.end));
    const tool = literal.dialect === "podman" ? "podman" : "`docker run --env-file`";
    return [{ parts, statement: variable.span, tool, disputed, portable }];
  });
}

/** `what` continues "… keeps", `compose` continues "Compose", `advice` is a sentence. */
export function keptReport(
  { disputed, tool }: KeptValue,
  span: Span,
  what: string,
  compose: string,
  advice: string,
  fixes: readonly Fix[],
): Report {
  const severity: Severity = disputed ? "information" : "warning";
  const begin = `${tool} keeps ${what} as a part of the value`;
  return { span, message: `${begin}${disputed ? `; Compose ${compose}` : ""}. ${advice}`, severity, ...offer(fixes) };
}
