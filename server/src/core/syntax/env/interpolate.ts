// Compose's interpolation inside one value: `$NAME`, `${NAME}`, `${NAME:-word}` and its relatives, `$$`. Works in time that grows
// with the text alone, whatever is nested or repeated in it, and says how far the result can be relied on.

import type { Span } from "../../text/span.ts";
import { lineEnd } from "./characters.ts";

/** What is known about a variable that a value refers to. */
export type Resolved =
  | { readonly kind: "set"; readonly value: string; readonly uncertain: boolean }
  /** Certainly not set. */
  | { readonly kind: "unset" }
  /** Not set in the file, and what the tool's environment holds is not known. */
  | { readonly kind: "unknown" };

export interface InterpolationScope {
  resolve(name: string): Resolved;
  /** How many characters variables may still contribute in this file: a value that doubles itself line by line must end. */
  budget: number;
}

export interface TemplateProblem {
  readonly span: Span;
  /** `outside`: not set in the file. */
  readonly kind: "invalid" | "required" | "outside" | "limit";
}

export interface Interpolated {
  readonly value: string;
  readonly uncertain: boolean;
  /** Spans count from the start of the template. */
  readonly problems: readonly TemplateProblem[];
}

type Operator = ":-" | "-" | ":+" | "+" | ":?" | "?";

/** How deep `${A:-${B:-…}}` is followed. */
const DEEPEST = 50;

export function interpolate(template: string, scope: InterpolationScope): Interpolated {
  if (!template.includes("$")) return { value: template, uncertain: false, problems: [] };
  const run = new Run(scope);
  const value = run.expand(template, 0, 0);
  return { value, uncertain: run.uncertain, problems: run.problems };
}

class Run {
  uncertain = false;
  readonly problems: TemplateProblem[] = [];

  constructor(private readonly scope: InterpolationScope) {}

  expand(template: string, base: number, depth: number): string {
    const braces = new LastBrace(template);
    const parts: string[] = [];
    let at = 0;
    for (let dollar = template.indexOf("$"); dollar >= 0; dollar = template.indexOf("$", at)) {
      parts.push(template.slice(at, dollar));
      at = this.reference(template, dollar, base, depth, braces, parts);
    }
    parts.push(template.slice(at));
    return parts.join("");
  }

  /** Puts what stands for the `$` at `dollar` into `parts`; returns the offset after it. */
  private reference(template: string, dollar: number, base: number, depth: number, braces: LastBrace, parts: string[]): number {
    const next = template.charAt(dollar + 1);
    if (next === "$") {
      parts.push("$");
      return dollar + 2;
    }
    const named = nameEnd(template, dollar + 1);
    if (named !== undefined) {
      parts.push(this.plain(template.slice(dollar + 1, named), base + dollar, base + named));
      return named;
    }
    if (next !== "{") {
      parts.push("$");
      return dollar + 1;
    }
    const end = nameEnd(template, dollar + 2);
    const name = end === undefined ? "" : template.slice(dollar + 2, end);
    if (end !== undefined && template.charAt(end) === "}") {
      parts.push(this.plain(name, base + dollar, base + end + 1));
      return end + 1;
    }
    const operator = end === undefined ? undefined : operatorAt(template, end);
    const last = braces.after(dollar);
    if (end === undefined || operator === undefined || last < end + operator.length) {
      this.problems.push({ kind: "invalid", span: { start: base + dollar, end: base + dollar + 2 } });
      return dollar + 2;
    }
    const close = closingBrace(template, dollar, last);
    const word = end + operator.length;
    const span = { start: base + dollar, end: base + close + 1 };
    parts.push(this.operation(name, operator, template.slice(word, close), base + word, depth, span));
    return close + 1;
  }

  private plain(name: string, start: number, end: number): string {
    const span = { start, end };
    const found = this.scope.resolve(name);
    if (found.kind === "set") return this.take(found, span);
    if (found.kind === "unknown") this.uncertain = true;
    this.problems.push({ kind: "outside", span });
    return "";
  }

  private operation(name: string, operator: Operator, word: string, base: number, depth: number, span: Span): string {
    const found = this.scope.resolve(name);
    const given = found.kind === "set" && (!operator.startsWith(":") || found.value !== "");
    if (found.kind === "unknown" || (found.kind === "set" && found.uncertain)) this.uncertain = true;
    const instead = operator.endsWith("+") ? given : !given;
    if (!instead) return found.kind === "set" ? this.take(found, span) : "";
    if (operator.endsWith("?")) {
      const certain = found.kind === "unset" || (found.kind === "set" && !found.uncertain);
      if (certain) this.problems.push({ kind: "required", span });
      return "";
    }
    if (depth >= DEEPEST) return this.giveUp(span);
    return this.expand(word, base, depth + 1);
  }

  private take(found: { readonly value: string; readonly uncertain: boolean }, span: Span): string {
    if (found.uncertain) this.uncertain = true;
    if (found.value.length > this.scope.budget) return this.giveUp(span);
    this.scope.budget -= found.value.length;
    return found.value;
  }

  private giveUp(span: Span): string {
    this.uncertain = true;
    this.problems.push({ kind: "limit", span });
    return "";
  }
}

/** The last `}` of the line an offset stands in, found once per line. Offsets must not go back. */
class LastBrace {
  private lineEnd = -1;
  private last = -1;

  constructor(private readonly template: string) {}

  /** -1 when there is none after the offset. */
  after(offset: number): number {
    if (offset > this.lineEnd) {
      this.lineEnd = lineEnd(this.template, offset);
      const inLine = this.template.slice(offset, this.lineEnd).lastIndexOf("}");
      this.last = inLine < 0 ? -1 : offset + inLine;
    }
    return this.last > offset ? this.last : -1;
  }
}

/** Compose's own way of counting braces: after each `{` it skips a character. Without a partner, the last brace of the line counts. */
function closingBrace(template: string, dollar: number, last: number): number {
  let open = 0;
  for (let i = dollar; i <= last; i++) {
    const c = template.charAt(i);
    if (c === "}") {
      open--;
      if (open === 0) return i;
    } else if (c === "{") {
      open++;
      i++;
    }
  }
  return last;
}

function operatorAt(template: string, at: number): Operator | undefined {
  const colon = template.charAt(at) === ":" ? ":" : "";
  const sign = template.charAt(at + colon.length);
  return sign === "-" || sign === "+" || sign === "?" ? `${colon}${sign}` : undefined;
}

function nameEnd(template: string, start: number): number | undefined {
  if (!isNameUnit(template.charCodeAt(start), false)) return undefined;
  let at = start + 1;
  while (at < template.length && isNameUnit(template.charCodeAt(at), true)) at++;
  return at;
}

/** Letters regardless of case; folding case makes the long s and the Kelvin sign letters too, there as here. */
function isNameUnit(unit: number, digits: boolean): boolean {
  const lower = unit | 0x20;
  if ((lower >= 0x61 && lower <= 0x7a && unit < 0x80) || unit === 0x5f || unit === 0x17f || unit === 0x212a) return true;
  return digits && unit >= 0x30 && unit <= 0x39;
}
