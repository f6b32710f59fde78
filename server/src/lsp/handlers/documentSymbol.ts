// textDocument/documentSymbol

import type { DocumentSymbol, DocumentSymbolParams } from "vscode-languageserver";
import { SymbolKind } from "vscode-languageserver";
import { outline } from "../../core/features/outline.ts";
import type { OutlineItem } from "../../core/features/outline.ts";
import type { LineIndex } from "../../core/text/lineIndex.ts";
import { toRange } from "../convert.ts";
import type { Session } from "../session.ts";

const KINDS = {
  host: SymbolKind.Namespace,
  component: SymbolKind.Module,
  option: SymbolKind.Property,
  variable: SymbolKind.Variable,
} as const;

/** More would only slow the editor down. */
const MAX_SYMBOLS = 5000;

export async function onDocumentSymbol(session: Session, params: DocumentSymbolParams): Promise<DocumentSymbol[]> {
  const file = await session.file(params.textDocument.uri);
  if (file === undefined) return [];
  return outline(file.analysis)
    .slice(0, MAX_SYMBOLS)
    .map((item) => toSymbol(file.analysis.lines, item));
}

function toSymbol(lines: LineIndex, item: OutlineItem): DocumentSymbol {
  return {
    // Editors refuse an empty name.
    name: item.name === "" ? '""' : item.name,
    detail: item.detail,
    kind: KINDS[item.kind],
    range: toRange(lines, item.span),
    selectionRange: toRange(lines, item.nameSpan),
    children: item.children.slice(0, MAX_SYMBOLS).map((child) => toSymbol(lines, child)),
  };
}
