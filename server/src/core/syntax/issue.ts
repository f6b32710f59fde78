// What a parser found wrong with a text. Parsers never fail: they return what they understood and a list of these.

import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";

export interface SyntaxIssue {
  /** Stable name without the `syntax/` in front: `missing-separator`. */
  readonly id: string;
  /** What, why and what to do. */
  readonly message: string;
  readonly span: Span;
  /** Where the trouble began, if that is another place. */
  readonly related?: { readonly span: Span; readonly message: string };
  /** A mechanical repair, where there is just one. */
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
}
