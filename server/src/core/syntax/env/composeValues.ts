// The values of one Compose env file, read one after the other, since later ones may refer to earlier ones.

import type { Span } from "../../text/span.ts";
import { isCarriageReturn, isInlineSpace, isSpace, lineEnd, skip, skipBack } from "./characters.ts";
import type { Collector } from "./collector.ts";
import { expandEscapes, readQuoted } from "./composeQuotes.ts";
import { interpolate } from "./interpolate.ts";
import type { InterpolationScope, Resolved, TemplateProblem } from "./interpolate.ts";

/** Characters that references may add to a file beyond its own size. */
const GROWTH = 1_000_000;

const PROBLEMS = {
  invalid: {
    id: "bad-template",
    refuses: true,
    message: "This `$` begins a reference that Compose cannot read, and it refuses the file. Write `$$` for a dollar sign.",
  },
  required: {
    id: "required-variable",
    refuses: true,
    message: "The variable that this reference demands is not set, so Compose refuses the file. Set it above.",
  },
  outside: {
    id: "outside-variable",
    refuses: false,
    message:
      "The variable that this refers to is not set above; Compose takes it from its environment, or leaves it empty. For a dollar sign, write `$$`.",
  },
  limit: {
    id: "too-much-interpolation",
    refuses: false,
    message: "The references here are too many or too deep to follow, so the value is not known.",
  },
} as const;

interface RawValue {
  /** The raw text with its quotes. */
  readonly span: Span;
  /** The part of it that becomes the value. */
  readonly inner: Span;
  /** The value before interpolation. */
  readonly template: string;
  readonly interpolated: boolean;
  readonly next: number;
}

export class ComposeValues implements InterpolationScope {
  budget: number;
  private readonly known = new Map<string, { readonly value: string; readonly uncertain: boolean }>();

  constructor(
    private readonly text: string,
    private readonly out: Collector,
    private readonly lookup: ((name: string) => string | undefined) | undefined,
  ) {
    this.budget = text.length + GROWTH;
  }

  /** Compose asks its environment first. Without one to ask, what the file sets is taken as meant. */
  resolve(name: string): Resolved {
    const outside = this.lookup?.(name);
    if (outside !== undefined) return { kind: "set", value: outside, uncertain: false };
    const inside = this.known.get(name);
    if (inside !== undefined) return { kind: "set", ...inside };
    return this.lookup === undefined ? { kind: "unknown" } : { kind: "unset" };
  }

  /** Reads the value after the separator that ends at `from`; returns the offset after it. */
  read(statement: number, name: string, nameSpan: Span, from: number): number {
    const raw = this.raw(from);
    const inner = this.text.slice(raw.inner.start, raw.inner.end);
    const { value, uncertain, problems } = raw.interpolated
      ? interpolate(raw.template, this)
      : { value: raw.template, uncertain: false, problems: [] };
    const refused = problems.some((problem) => problem.kind === "invalid" || problem.kind === "required");
    const result = refused ? raw.template : value;
    for (const problem of problems) this.report(problem, raw, raw.template === inner);
    this.known.set(name, { value: result, uncertain: refused || uncertain });
    this.out.assignment({
      name,
      nameSpan,
      value: result,
      valueSpan: raw.span,
      span: { start: statement, end: Math.max(raw.span.end, nameSpan.end) },
      ...(refused || uncertain ? { uncertain: true } : {}),
      ...(result === inner ? { verbatim: raw.inner } : {}),
    });
    return raw.next;
  }

  /** Passes over the value of a statement that is not understood. */
  pass(from: number): number {
    return this.raw(from).next;
  }

  private raw(from: number): RawValue {
    const start = skip(this.text, from, this.text.length, isInlineSpace);
    const first = this.text.charAt(start);
    return first === '"' || first === "'" ? this.quoted(start, first) : this.unquoted(from, start);
  }

  private unquoted(from: number, start: number): RawValue {
    const end = lineEnd(this.text, start);
    const line = this.text.slice(start, end);
    const hash = line.indexOf(" #");
    const valueEnd = skipBack(this.text, start, hash < 0 ? end : start + hash, isSpace);
    if (hash >= 0) this.out.comment(start + hash + 1, skipBack(this.text, start, end, isCarriageReturn));
    else this.tabComment(start, line, valueEnd);
    const inner = { start, end: valueEnd };
    // Nothing but blanks: they are the raw text, so that a cursor among them still stands in the value.
    const span =
      valueEnd > start ? inner : { start: from, end: Math.max(from, skipBack(this.text, from, end, isCarriageReturn)) };
    const template = this.text.slice(start, valueEnd);
    return { span, inner, template, interpolated: true, next: Math.min(end + 1, this.text.length) };
  }

  private quoted(open: number, quote: string): RawValue {
    const { close, value } = readQuoted(this.text, open);
    if (close === undefined) {
      const end = lineEnd(this.text, open);
      const valueEnd = skipBack(this.text, open + 1, end, isSpace);
      const message = `Nothing closes this quote, and Compose refuses the file. Add ${quote} at the end of the value.`;
      this.out.refusal("unterminated-quote", open, valueEnd, message);
      const inner = { start: open + 1, end: valueEnd };
      const template = this.text.slice(open + 1, valueEnd);
      return { span: { start: open, end: valueEnd }, inner, template, interpolated: false, next: end };
    }
    this.textAfter(close + 1);
    const inner = { start: open + 1, end: close };
    const template = quote === '"' ? expandEscapes(value) : value;
    return { span: { start: open, end: close + 1 }, inner, template, interpolated: quote === '"', next: close + 1 };
  }

  private textAfter(from: number): void {
    const end = lineEnd(this.text, from);
    const start = skip(this.text, from, end, isInlineSpace);
    if (start === end || this.text.charAt(start) === "#") return;
    const message =
      "Compose ends the value at the closing quote and reads the rest of the line as the next variable. Put all of the value inside the quotes.";
    this.out.trap("text-after-quote", start, skipBack(this.text, start, end, isSpace), message);
  }

  private tabComment(start: number, line: string, valueEnd: number): void {
    const tab = line.search(/\t#(?=[ \t])/);
    if (tab < 0 || start + tab >= valueEnd) return;
    const message =
      "Compose begins a comment at a space and `#`, not at a tab and `#`; this one becomes part of the value. Use a space.";
    this.out.trap("comment-kept", start + tab + 1, valueEnd, message);
  }

  private report(problem: TemplateProblem, raw: RawValue, exact: boolean): void {
    const base = raw.inner.start;
    const { start, end } = exact ? { start: base + problem.span.start, end: base + problem.span.end } : raw.span;
    const { id, refuses, message } = PROBLEMS[problem.kind];
    if (refuses) this.out.refusal(id, start, end, message);
    else this.out.trap(id, start, end, message);
  }
}
