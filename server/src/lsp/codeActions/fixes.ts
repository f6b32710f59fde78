// The fixes of one finding as actions: its own, then comments that silence it, then the page of its rule. Only a safe fix that comes
// first is preferred: the editor may apply it when the user asks for "the" fix.

import type { CodeAction } from "vscode-languageserver";
import { CodeActionKind } from "vscode-languageserver";
import { RULE_IDS } from "../../core/rules/index.ts";
import type { Finding, Fix } from "../../core/rules/rule.ts";
import { silencings } from "../../core/rules/silence.ts";
import { LineIndex } from "../../core/text/lineIndex.ts";
import { SHOW_RULE_COMMAND } from "../../protocol.ts";
import type { ShowRuleArguments } from "../../protocol.ts";
import { toDiagnostic, toWorkspaceEdit } from "../convert.ts";
import type { EditedText } from "../convert.ts";
import { reader } from "../../workspace/snapshot.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import type { Session } from "../session.ts";

export function ownFixes(session: Session, file: Snapshot, finding: Finding): readonly CodeAction[] {
  return (finding.fixes?.() ?? []).map((fix, i) => ({
    ...action(session, file, finding, fix),
    title: fix.safe ? fix.title : `${fix.title} (unsafe)`,
    ...(i === 0 && fix.safe ? { isPreferred: true } : {}),
  }));
}

export function silencingFixes(session: Session, file: Snapshot, findings: readonly Finding[]): readonly CodeAction[] {
  // One for all of them: it knows what it has read.
  const read = reader(file);
  return findings.flatMap((finding) =>
    silencings(file.analysis, finding, read).map((fix) => action(session, file, finding, fix)),
  );
}

/** Only where the client can show it. */
export function explanation(session: Session, file: Snapshot, finding: Finding): readonly CodeAction[] {
  const { rule } = finding;
  if (session.options.showRule !== true || !RULE_IDS.has(rule)) return [];
  const title = `Explain ${rule}`;
  const argument: ShowRuleArguments = [rule];
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic(session, file, finding)],
      command: { title, command: SHOW_RULE_COMMAND, arguments: [...argument] },
    },
  ];
}

function action(session: Session, file: Snapshot, finding: Finding, fix: Fix): CodeAction {
  const { versionedEdits } = session.abilities;
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic(session, file, finding)],
    edit: toWorkspaceEdit([{ ...own(file), edits: fix.edits }, ...inOthers(session, file, fix)], versionedEdits),
  };
}

function diagnostic(session: Session, { analysis, uri }: Snapshot, finding: Finding): ReturnType<typeof toDiagnostic> {
  return toDiagnostic(analysis.lines, uri, finding, session.ruleAddress);
}

function own({ analysis, uri, version }: Snapshot): Omit<EditedText, "edits"> {
  return { lines: analysis.lines, uri, version };
}

/** Paths of the project are addresses here. */
function inOthers(session: Session, { project }: Snapshot, { others = [] }: Fix): readonly EditedText[] {
  return others.flatMap(({ path, edits }) => {
    const other = project?.files.find((one) => one.path === path);
    if (other === undefined) return [];
    const document = session.documents.get(path);
    return [{ lines: new LineIndex(other.text), uri: document?.uri ?? path, version: document?.version, edits }];
  });
}
