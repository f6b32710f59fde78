// What belongs to our extension: the extension itself, and the diagnostics that it publishes for a file.

import * as vscode from "vscode";
import { ok } from "./check";
import { uriOf } from "./editor";
import { poll } from "./poll";

/** Our extension, as the editor knows it. */
export function ourExtension(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension("prosody-config.prosody-config");
  ok(extension !== undefined, "the extension is installed");
  return extension;
}

/** Our diagnostics for a file of the workspace. */
export function findings(path: string): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uriOf(path)).filter((each) => each.source === "prosody");
}

/** Waits for the diagnostic that covers exactly this text of the file. */
export async function findingOn(document: vscode.TextDocument, path: string, text: string): Promise<vscode.Diagnostic> {
  return await poll(
    `a diagnostic on ${text}`,
    () => findings(path).find((each) => document.getText(each.range) === text),
    () => findings(path).map((each) => `${document.getText(each.range)}: ${each.message}`),
  );
}

/** The code of a diagnostic, whether or not it comes with a link. */
export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String((typeof code === "object" ? code.value : code) ?? "");
}
