// The refactorings at a place as code actions. A file is made only where there is none.

import type { CodeAction, CodeActionParams, WorkspaceEdit } from "vscode-languageserver";
import { CodeActionKind } from "vscode-languageserver";
import { URI } from "vscode-uri";
import { refactorings } from "../../core/refactor/index.ts";
import type { Refactoring } from "../../core/refactor/index.ts";
import { LineIndex } from "../../core/text/lineIndex.ts";
import { folderOf, inFolder } from "../../workspace/address.ts";
import { toSpan, toWorkspaceEdit } from "../convert.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import type { Session } from "../session.ts";

const KINDS: Readonly<Record<Refactoring["kind"], string>> = {
  move: `${CodeActionKind.Refactor}.move`,
  extract: CodeActionKind.RefactorExtract,
  rewrite: CodeActionKind.RefactorRewrite,
};

export const REFACTOR_KINDS: readonly string[] = Object.values(KINDS);

/** `only`: the kinds that are asked for; undefined: all. */
export async function refactorActions(
  session: Session,
  file: Snapshot,
  range: CodeActionParams["range"],
  only: readonly string[] | undefined,
): Promise<readonly CodeAction[]> {
  const { analysis, schema, project, uri } = file;
  const { own } = file.checked;
  const isWanted = (kind: string): boolean =>
    only?.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`)) ?? true;
  if (analysis.kind !== "lua" || own === undefined || !REFACTOR_KINDS.some(isWanted)) return [];
  // What has an address outside of a workspace can have no file beside it.
  const path = session.folders.of(uri) === undefined ? {} : { path: URI.parse(uri).path };
  const found = refactorings({ analysis, schema, span: toSpan(analysis.lines, range), own, project, ...path });
  const actions = await Promise.all(
    found
      .filter(({ kind }) => isWanted(KINDS[kind]))
      .map(async (one): Promise<readonly CodeAction[]> => {
        const edit = await editFor(session, file, one);
        return edit === undefined ? [] : [{ title: one.title, kind: KINDS[one.kind], edit }];
      }),
  );
  return actions.flat();
}

async function editFor(session: Session, file: Snapshot, { edits, create }: Refactoring): Promise<WorkspaceEdit | undefined> {
  const { analysis, uri, version } = file;
  const own = { lines: analysis.lines, uri, version, edits };
  if (create === undefined) return toWorkspaceEdit([own], session.abilities.versionedEdits);
  if (!session.abilities.versionedEdits || !session.abilities.creating) return undefined;
  const target = inFolder(folderOf(uri), create.path);
  if ((await session.workspace.included(uri, { kind: "file", path: URI.parse(target).path })).length > 0) return undefined;
  const added = { lines: new LineIndex(""), uri: target, edits: [{ span: { start: 0, end: 0 }, newText: create.text }] };
  const { documentChanges = [] } = toWorkspaceEdit([added, own], true);
  return {
    documentChanges: [{ kind: "create", uri: target, options: { overwrite: false, ignoreIfExists: false } }, ...documentChanges],
  };
}
