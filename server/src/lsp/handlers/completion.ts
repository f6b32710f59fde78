// textDocument/completion and completionItem/resolve. Documentation is made only for the item somebody looks at: the proposal is
// found again by its place and label.

import type { CompletionItem, CompletionList, CompletionParams } from "vscode-languageserver";
import { MarkupKind } from "vscode-languageserver";
import { complete } from "../../core/features/completion/index.ts";
import { toCompletionItem, toOffset } from "../convert.ts";
import type { Session } from "../session.ts";

export async function onCompletion(session: Session, params: CompletionParams): Promise<CompletionList | null> {
  const file = await session.file(params.textDocument.uri);
  if (file === undefined) return null;
  const { lines } = file.analysis;
  const target = { lines, snippets: session.abilities.snippets, triggerSuggest: session.options.triggerSuggest === true };
  // Hundreds of items come with it: a number is much shorter than the place.
  const data = session.asked.keep({ uri: file.uri, position: params.position });
  const items = complete(file.analysis, file.schema, toOffset(lines, params.position));
  return { isIncomplete: false, items: items.map((item, index) => toCompletionItem(item, index, target, data)) };
}

export async function onCompletionResolve(session: Session, item: CompletionItem): Promise<CompletionItem> {
  const place = session.asked.at(item.data);
  const file = place === undefined ? undefined : await session.file(place.uri);
  if (place === undefined || file === undefined) return item;
  const offset = toOffset(file.analysis.lines, place.position);
  const proposal = complete(file.analysis, file.schema, offset).find((candidate) => candidate.label === item.label);
  const text = proposal?.documentation?.();
  return text === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value: text } };
}
