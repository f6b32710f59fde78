// The rim between the core's offsets and the protocol's positions. Nothing else knows `Position` and `Range`.

import type {
  CompletionItem as LspCompletionItem,
  Diagnostic,
  Hover as LspHover,
  Position,
  Range,
  WorkspaceEdit,
} from "vscode-languageserver";
import {
  CompletionItemKind,
  CompletionItemTag,
  DiagnosticSeverity,
  DiagnosticTag,
  InsertTextFormat,
  MarkupKind,
} from "vscode-languageserver";
import type { CompletionItem, CompletionKind } from "../core/features/completion/index.ts";
import type { Hover } from "../core/features/hover.ts";
import { RULE_IDS } from "../core/rules/index.ts";
import type { Finding, Severity } from "../core/rules/rule.ts";
import type { TextEdit } from "../core/text/edit.ts";
import type { LineIndex } from "../core/text/lineIndex.ts";
import type { Span } from "../core/text/span.ts";

export function toPosition(lines: LineIndex, offset: number): Position {
  const { line, column } = lines.at(offset);
  return { line, character: column };
}

export function toRange(lines: LineIndex, span: Span): Range {
  return { start: toPosition(lines, span.start), end: toPosition(lines, span.end) };
}

export function toOffset(lines: LineIndex, position: Position): number {
  return lines.offset({ line: position.line, column: position.character });
}

export function toSpan(lines: LineIndex, range: Range): Span {
  return { start: toOffset(lines, range.start), end: toOffset(lines, range.end) };
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAGS = { deprecated: DiagnosticTag.Deprecated, unnecessary: DiagnosticTag.Unnecessary } as const;

/** The name under which the editor lists our findings. */
export const SOURCE = "prosody";

/** Editors run what other addresses say: `command:` does. */
const WEB = /^https?:\/\//;

/** `rulePages` goes before `RULE.md`: what the finding links to when there is no web page on its subject. */
export function toDiagnostic(lines: LineIndex, uri: string, finding: Finding, rulePages?: string): Diagnostic {
  const own = finding.page !== undefined && WEB.test(finding.page) ? finding.page : undefined;
  const page = own ?? (rulePages === undefined || !RULE_IDS.has(finding.rule) ? undefined : `${rulePages}${finding.rule}.md`);
  return {
    range: toRange(lines, finding.span),
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    source: SOURCE,
    message: finding.message,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    ...(finding.tags === undefined ? {} : { tags: finding.tags.map((tag) => TAGS[tag]) }),
    ...(finding.related === undefined
      ? {}
      : {
          relatedInformation: finding.related.map((related) => ({
            location: { uri, range: toRange(lines, related.span) },
            message: related.message,
          })),
        }),
  };
}

/** Edits of one text. */
export interface EditedText {
  readonly lines: LineIndex;
  readonly uri: string;
  /** Of the open document that they are for. */
  readonly version?: number | undefined;
  readonly edits: readonly TextEdit[];
}

/** `versioned`: the client takes, and checks, the version of a document. */
export function toWorkspaceEdit(texts: readonly EditedText[], versioned: boolean): WorkspaceEdit {
  const changes = texts
    .filter(({ edits }) => edits.length > 0)
    .map(({ lines, uri, version, edits }) => {
      const converted = edits.map((edit) => ({ range: toRange(lines, edit.span), newText: edit.newText }));
      return { uri, version: version ?? null, edits: converted };
    });
  if (!versioned) return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, edits])) };
  return { documentChanges: changes.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })) };
}

export function toHover(lines: LineIndex, hover: Hover): LspHover {
  return { contents: { kind: MarkupKind.Markdown, value: hover.markdown }, range: toRange(lines, hover.span) };
}

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  option: CompletionItemKind.Property,
  module: CompletionItemKind.Module,
  value: CompletionItemKind.EnumMember,
  keyword: CompletionItemKind.Keyword,
  field: CompletionItemKind.Field,
  variable: CompletionItemKind.Variable,
  provider: CompletionItemKind.Class,
  snippet: CompletionItemKind.Snippet,
};

export interface CompletionTarget {
  readonly lines: LineIndex;
  readonly snippets: boolean;
  readonly triggerSuggest: boolean;
}

/** `data` finds the item again when its documentation is wanted. */
export function toCompletionItem(
  item: CompletionItem,
  index: number,
  target: CompletionTarget,
  data: unknown,
): LspCompletionItem {
  const isSnippet = item.snippet === true && target.snippets;
  const shown: LspCompletionItem = {
    label: item.label,
    kind: KINDS[item.kind],
    sortText: String(index).padStart(5, "0"),
    textEdit: { range: toRange(target.lines, item.edit.span), newText: isSnippet ? item.edit.newText : plainText(item) },
  };
  if (item.filter !== undefined && item.filter !== item.label) shown.filterText = item.filter;
  if (isSnippet) shown.insertTextFormat = InsertTextFormat.Snippet;
  if (item.documentation !== undefined) shown.data = data;
  if (item.detail !== undefined) shown.detail = item.detail;
  if (item.deprecated === true) shown.tags = [CompletionItemTag.Deprecated];
  if (item.again === true && target.triggerSuggest) {
    shown.command = { title: "Suggest", command: "editor.action.triggerSuggest" };
  }
  return shown;
}

/** A snippet's text without tab stops, for editors that know none. */
function plainText(item: CompletionItem): string {
  if (item.snippet !== true) return item.edit.newText;
  return item.edit.newText
    .replace(/\$\{\d+\|([^,|]*)(?:,[^|]*)?\|\}/g, "$1")
    .replace(/\$\{\d+:((?:\\.|[^}\\$])*)\}/g, "$1")
    .replace(/\$\d+/g, "")
    .replace(/\\([\\$}])/g, "$1");
}
