// Many fixes at once: all safe ones of a file, for saving and for the command, or those of one rule.

import type { CodeAction } from "vscode-languageserver";
import { CodeActionKind } from "vscode-languageserver";
import { fixAll } from "../../core/rules/fixAll.ts";
import type { Finding } from "../../core/rules/rule.ts";
import { lineEdits } from "../../core/text/lineEdits.ts";
import { toDiagnostic, toWorkspaceEdit } from "../convert.ts";
import { checkOptions } from "../findings.ts";
import type { OpenFile, Session } from "../session.ts";
import { reader } from "./reader.ts";

export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.prosody`;

export function fixEverything(session: Session, file: OpenFile): readonly CodeAction[] {
  const edit = editFor(session, file);
  return edit === undefined ? [] : [{ title: "Fix all auto-fixable problems", kind: FIX_ALL_KIND, edit }];
}

/** For the rules at hand that have several safe fixes in the file. */
export function fixRules(
  session: Session,
  file: OpenFile,
  here: readonly Finding[],
  all: readonly Finding[],
): readonly CodeAction[] {
  const rules = [...new Set(here.map(({ rule }) => rule))];
  return rules.flatMap((rule) => {
    const fixable = all.filter((finding) => finding.rule === rule && isSafe(finding));
    if (fixable.length < 2) return [];
    const edit = editFor(session, file, rule);
    if (edit === undefined) return [];
    const { lines } = file.analysis;
    const diagnostics = fixable.map((finding) => toDiagnostic(lines, file.uri, finding, session.ruleAddress));
    return [{ title: `Fix all: ${rule} in this file`, kind: CodeActionKind.QuickFix, diagnostics, edit }];
  });
}

function isSafe(finding: Finding): boolean {
  return finding.fixes?.().some(({ safe, others }) => safe && others === undefined) === true;
}

/** Undefined when nothing changes. */
function editFor(session: Session, file: OpenFile, rule?: string): CodeAction["edit"] | undefined {
  const { analysis, schema, uri, version } = file;
  const { text } = fixAll(analysis, schema, {
    ...checkOptions(file),
    ...(rule === undefined ? {} : { only: new Set([rule]) }),
    analyse: reader(file),
  });
  if (text === analysis.text) return undefined;
  const edits = lineEdits(analysis.text, text);
  return toWorkspaceEdit([{ lines: analysis.lines, uri, version, edits }], session.abilities.versionedEdits);
}
