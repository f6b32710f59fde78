// textDocument/completion and completionItem/resolve. Documentation is made only for the item somebody looks at: the proposal is
// found again by its place and label.

import type { CompletionItem, CompletionList, CompletionParams } from "vscode-languageserver";
import { MarkupKind } from "vscode-languageserver";
import * as z from "zod/mini";
import { complete } from "../../core/features/completion/index.ts";
import { toCompletionItem, toOffset } from "../convert.ts";
import type { Session } from "../session.ts";

const itemData = z.object({ uri: z.string(), line: z.number(), character: z.number() });

export async function onCompletion(session: Session, params: CompletionParams): Promise<CompletionList | null> {
  const file = await session.file(params.textDocument.uri);
  if (file === undefined) return null;
  const { lines } = file.analysis;
  const target = { lines, snippets: session.abilities.snippets, triggerSuggest: session.options.triggerSuggest === true };
  const data: z.output<typeof itemData> = { uri: file.uri, line: params.position.line, character: params.position.character };
  const items = complete(file.analysis, file.schema, toOffset(lines, params.position));
  return { isIncomplete: false, items: items.map((item, index) => toCompletionItem(item, index, target, data)) };
}

export async function onCompletionResolve(session: Session, item: CompletionItem): Promise<CompletionItem> {
  const data = itemData.safeParse(item.data);
  if (!data.success) return item;
  const file = await session.file(data.data.uri);
  if (file === undefined) return item;
  const offset = toOffset(file.analysis.lines, data.data);
  const proposal = complete(file.analysis, file.schema, offset).find((candidate) => candidate.label === item.label);
  const text = proposal?.documentation?.();
  return text === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value: text } };
}
