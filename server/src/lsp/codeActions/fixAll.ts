// Many fixes at once: all safe ones of a file, for saving and for the command, or those of one rule.

import type { CodeAction } from "vscode-languageserver";
import { CodeActionKind } from "vscode-languageserver";
import type { Finding } from "../../core/rules/rule.ts";
import { lineEdits } from "../../core/text/lineEdits.ts";
import { toDiagnostic, toWorkspaceEdit } from "../convert.ts";
import { fixedText } from "../../workspace/snapshot.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import type { Session } from "../session.ts";

export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.prosody`;

export function fixEverything(session: Session, file: Snapshot): readonly CodeAction[] {
  const edit = editFor(session, file);
  return edit === undefined ? [] : [{ title: "Fix all auto-fixable problems", kind: FIX_ALL_KIND, edit }];
}

/** For the rules at hand that have several safe fixes in the file. */
export function fixRules(session: Session, file: Snapshot, here: readonly Finding[]): readonly CodeAction[] {
  const rules = [...new Set(here.filter(isSafe).map(({ rule }) => rule))];
  return rules.flatMap((rule) => {
    const candidates = file.checked.findings.filter((finding) => finding.rule === rule && finding.fixable);
    if (candidates.length < 2) return [];
    const fixable = candidates.slice(0, MAX_LISTED).filter(isSafe);
    if (fixable.length < 2) return [];
    const edit = editFor(session, file, rule);
    if (edit === undefined) return [];
    const { lines } = file.analysis;
    const diagnostics = fixable.map((finding) => toDiagnostic(lines, file.uri, finding, session.ruleAddress));
    return [{ title: `Fix all: ${rule} in this file`, kind: CodeActionKind.QuickFix, diagnostics, edit }];
  });
}

/** So many findings are named by an action that ends them all. */
const MAX_LISTED = 50;

function isSafe(finding: Finding): boolean {
  return finding.fixes?.().some(({ safe, others }) => safe && others === undefined) === true;
}

/** Undefined when nothing changes. */
function editFor(session: Session, file: Snapshot, rule?: string): CodeAction["edit"] | undefined {
  const { analysis, uri, version } = file;
  const { text, defects } = fixedText(file, rule === undefined ? {} : { only: new Set([rule]) });
  session.tellDefects(defects);
  if (text === analysis.text) return undefined;
  const edits = lineEdits(analysis.text, text);
  return toWorkspaceEdit([{ lines: analysis.lines, uri, version, edits }], session.abilities.versionedEdits);
}
