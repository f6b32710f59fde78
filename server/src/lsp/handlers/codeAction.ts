// textDocument/codeAction: what can be done about what is found at the place, and everything at once for the whole file. The findings
// are those of the text as it is now, so that a fix never rests on an outdated one.

import type { CodeAction, CodeActionParams } from "vscode-languageserver";
import { CodeActionKind } from "vscode-languageserver";
import { commandFixes } from "../codeActions/commandFixes.ts";
import { rewriteEnvFile } from "../codeActions/envForms.ts";
import { FIX_ALL_KIND, fixEverything, fixRules } from "../codeActions/fixAll.ts";
import { explanation, ownFixes, silencingFixes } from "../codeActions/fixes.ts";
import { ADD_KIND, placeActions } from "../codeActions/places.ts";
import { toSpan } from "../convert.ts";
import { findingsAt } from "../loadings.ts";
import type { Session } from "../session.ts";
import { REFACTOR_KINDS, refactorActions } from "./refactor.ts";

export { FIX_ALL_KIND };

/** Of findings at one place; a whole file may be selected. */
const MAX_SILENCED = 20;

export async function onCodeAction(session: Session, params: CodeActionParams): Promise<CodeAction[]> {
  const { only } = params.context;
  const wantsFixes = only?.some((kind) => includes(kind, CodeActionKind.QuickFix)) ?? true;
  // Never without being asked for: it takes the longest.
  const wantsAll = only?.some((kind) => includes(kind, FIX_ALL_KIND)) ?? false;
  const wantsRewrites = only?.some((kind) => includes(kind, CodeActionKind.RefactorRewrite)) ?? true;
  const wantsRefactorings = only?.some((kind) => REFACTOR_KINDS.some((wanted) => includes(kind, wanted))) ?? true;
  const wantsAdding = only?.some((kind) => includes(kind, ADD_KIND)) ?? true;
  if (!wantsFixes && !wantsAll && !wantsRewrites && !wantsRefactorings && !wantsAdding) return [];
  const file = await session.file(params.textDocument.uri);
  if (file === undefined || file.settings.ignored) return [];
  const actions: CodeAction[] = wantsAll ? [...fixEverything(session, file)] : [];
  if (wantsAdding) actions.push(...placeActions(session, file, params.range.start.line));
  if (wantsRewrites) actions.push(...rewriteEnvFile(session, file));
  const refactorings = wantsRefactorings ? await refactorActions(session, file, params.range, only) : [];
  if (!wantsFixes) return [...actions, ...refactorings];
  const here = findingsAt(file, session.loadings.of(file), toSpan(file.analysis.lines, params.range));
  const fixes = here.flatMap((finding) => [...ownFixes(session, file, finding), ...commandFixes(session, file, finding)]);
  session.tellDefects(file.checked.defects);
  return [
    ...actions,
    ...fixes,
    ...fixRules(session, file, here),
    ...silencingFixes(session, file, here.slice(0, MAX_SILENCED)),
    ...here.slice(0, MAX_SILENCED).flatMap((finding) => explanation(session, file, finding)),
    ...refactorings,
  ];
}

/** Kinds are words with dots; the empty one is all of them. */
function includes(kind: string, wanted: string): boolean {
  return kind === "" || wanted === kind || wanted.startsWith(`${kind}.`);
}
