// Whole env files written anew for another tool, as actions.

import type { CodeAction } from "vscode-languageserver";
import { CodeActionKind } from "vscode-languageserver";
import { envRewrites } from "../../core/convert/envRewrites.ts";
import { toWorkspaceEdit } from "../convert.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import type { Session } from "../session.ts";

export function rewriteEnvFile(session: Session, { analysis, uri, version }: Snapshot): readonly CodeAction[] {
  if (analysis.kind !== "env") return [];
  return envRewrites(analysis).map(({ title, edits }) => ({
    title,
    kind: CodeActionKind.RefactorRewrite,
    edit: toWorkspaceEdit([{ lines: analysis.lines, uri, version, edits }], session.abilities.versionedEdits),
  }));
}
