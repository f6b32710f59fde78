// A proposal, as data: what is shown, what it replaces and with what.

import type { TextEdit } from "../../text/edit.ts";

export type CompletionKind = "option" | "module" | "value" | "keyword" | "field" | "variable" | "provider" | "snippet";

export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A short line beside the label. */
  readonly detail?: string | undefined;
  readonly edit: TextEdit;
  /** `edit.newText` holds tab stops and choices in the editors' snippet syntax. */
  readonly snippet?: boolean;
  /** What to compare with the typed text, where that is not the label. */
  readonly filter?: string;
  /** Items with a lower rank come first; then by label. */
  readonly rank: number;
  readonly deprecated?: boolean;
  /** Open the list again after inserting: the next thing to type is known too. */
  readonly again?: boolean;
  /** Markdown, made when somebody looks. */
  readonly documentation?: (() => string | undefined) | undefined;
}
