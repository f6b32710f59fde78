// What a parsed env file looks like, whichever tool's rules were followed. A parser returns this for any text; what the tool would
// refuse is an issue, and the lines around it are kept, so that an editor can go on helping.

import type { Span } from "../../text/span.ts";
import type { EnvDialect } from "./dialects.ts";

export type { EnvDialect } from "./dialects.ts";

export interface EnvAssignment {
  readonly name: string;
  readonly nameSpan: Span;
  /** Undefined: the tool takes it from its own environment, and leaves the variable out when it is not set there. */
  readonly value: string | undefined;
  /** The raw text after the separator with its quotes; empty and right after the name when there is no separator. */
  readonly valueSpan: Span;
  /** The whole statement, with `export` in front. */
  readonly span: Span;
  /** The value depends on something outside the file, or could not be worked out. */
  readonly uncertain?: boolean;
  /** Where the value stands unit for unit, when it is a plain slice of the text. */
  readonly verbatim?: Span;
  /** podman's `NAME*`: stands for every variable of its environment that begins so. */
  readonly wildcard?: true;
}

export type EnvIssueId =
  | "bad-name-character"
  | "bad-template"
  | "blank-kept"
  | "byte-order-mark"
  | "colon-separator"
  | "comment-kept"
  | "duplicate-name"
  | "export-kept"
  | "export-without-name"
  | "line-too-long"
  | "name-at-end"
  | "name-with-blank"
  | "no-name"
  | "outside-variable"
  | "quotes-kept"
  | "required-variable"
  | "text-after-quote"
  | "too-much-interpolation"
  | "unterminated-quote"
  | "wildcard";

export interface EnvIssue {
  readonly id: EnvIssueId;
  /** What, why and what to do. Nothing of the file is quoted in it: what looks like a name may be part of a secret. */
  readonly message: string;
  readonly span: Span;
  /** The tool refuses the whole file. */
  readonly fatal: boolean;
}

export interface EnvSyntax {
  readonly dialect: EnvDialect;
  /** In the order of the text, one after the other without overlap. */
  readonly assignments: readonly EnvAssignment[];
  readonly issues: readonly EnvIssue[];
  /** From each `#` that begins a comment to the end of its line. */
  readonly comments: readonly Span[];
}
