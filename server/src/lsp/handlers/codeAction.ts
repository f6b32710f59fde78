// textDocument/codeAction: the quick fixes of what is found at the place. The file is checked anew, so that a fix never rests on
// an outdated text.

import type { CodeAction, CodeActionParams } from "vscode-languageserver";
import { CodeActionKind } from "vscode-languageserver";
import { check } from "../../core/rules/check.ts";
import { toCodeAction, toSpan } from "../convert.ts";
import type { Session } from "../session.ts";

export async function onCodeAction(session: Session, params: CodeActionParams): Promise<CodeAction[]> {
  const { only } = params.context;
  if (only !== undefined && !only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
  const file = await session.file(params.textDocument.uri);
  if (file === undefined) return [];
  const { lines } = file.analysis;
  const wanted = toSpan(lines, params.range);
  return check(file.analysis, file.schema, { severities: file.settings.rules })
    .filter((finding) => finding.span.start <= wanted.end && wanted.start <= finding.span.end)
    .flatMap((finding) =>
      (finding.fixes?.() ?? []).map((fix, i) => toCodeAction(lines, file.uri, finding, fix, i === 0 && fix.safe)),
    );
}
