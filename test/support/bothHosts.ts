// What the editor and the command line say of all files of a folder, each in its own way, in one form for comparing: place, rule,
// severity, message, and the titles of the fixes.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CodeActionKind } from "vscode-languageserver/node";
import type { Diagnostic } from "vscode-languageserver/node";
import { readKnowledge } from "../../scripts/knowledge.mjs";
import { checkInputs } from "../../server/src/cli/check/run.ts";
import type { Mending } from "../../server/src/cli/check/run.ts";
import { addressOf } from "../../server/src/cli/input/documents.ts";
import { resolveInputs } from "../../server/src/cli/input/inputs.ts";
import { toAddress } from "../../server/src/cli/input/paths.ts";
import { openWorkspace } from "../../server/src/cli/openWorkspace.ts";
import { diskFiles } from "../../server/src/disk/diskFiles.ts";
import { exposureOf } from "../../server/src/exposure/exposure.ts";
import { labelOf } from "../../server/src/workspace/address.ts";
import { connectInMemory } from "./lsp.ts";
import type { TestClient } from "./lsp.ts";

/** By path from the folder on. */
export type Said = Readonly<Record<string, readonly string[]>>;

/** What `check FOLDER` says, after mending if that is asked for. */
export async function saidByCommandLine(folder: string, mending: Mending = "none"): Promise<Said> {
  const { inputs, folders } = await resolveInputs([folder], undefined);
  const label = (address: string): string => labelOf(address, toAddress(folder));
  const opened = openWorkspace({}, { folders }, { loadKnowledge: readKnowledge, label });
  const { files } = await checkInputs(inputs, opened, { mending, evaluate: false });
  const said: Record<string, readonly string[]> = {};
  for (const { path } of files) {
    const snapshot = await opened.workspace.snapshot(addressOf({ from: "file", path }));
    said[path.slice(folder.length + 1)] = (snapshot?.checked.findings ?? [])
      .map(({ rule, severity, message, span, fixes }) => {
        const { line, column } = snapshot?.analysis.lines.at(span.start) ?? { line: -1, column: -1 };
        const titles = (fixes?.() ?? []).map(({ title, safe }) => (safe ? title : `${title} (unsafe)`));
        return printed(line, column, rule, severity, message, titles);
      })
      .sort();
  }
  return said;
}

const SEVERITIES = ["", "error", "warning", "information", "hint"];
/** Milliseconds without news after which the server is taken to have said all. */
const QUIET = 1_500;

/** What the language server says of the same files when all of them are open. */
export async function saidByEditor(folder: string, paths: readonly string[]): Promise<Said> {
  const client = await connectInMemory({
    folders: [toAddress(folder)],
    initializationOptions: { evaluate: true },
    host: { files: diskFiles, exposureOf: (uri) => exposureOf(new URL(uri).pathname) },
  });
  try {
    for (const path of paths) await client.open(uriOf(folder, path), readFileSync(join(folder, path), "utf8"), languageOf(path));
    for (const path of paths) await client.diagnostics(uriOf(folder, path));
    await client.quiet(QUIET);
    const said: Record<string, readonly string[]> = {};
    for (const path of paths) {
      const uri = uriOf(folder, path);
      const found = await client.diagnostics(uri);
      said[path] = (await Promise.all(found.map((one) => printedDiagnostic(client, uri, one)))).sort();
    }
    return said;
  } finally {
    await client.stop();
  }
}

async function printedDiagnostic(client: TestClient, uri: string, diagnostic: Diagnostic): Promise<string> {
  const { range, code, severity = 0, message } = diagnostic;
  const actions = await client.codeActions(uri, diagnostic);
  const isOwn = ({ diagnostics = [], kind, title }: (typeof actions)[number]): boolean =>
    kind === CodeActionKind.QuickFix && !/^(?:Silence|Fix all)/.test(title) && diagnostics[0]?.message === message;
  const titles = actions.filter((action) => isOwn(action) && isAt(action.diagnostics?.[0], range)).map(({ title }) => title);
  return printed(range.start.line, range.start.character, String(code), SEVERITIES[severity] ?? "", textOf(message), titles);
}

function isAt(diagnostic: Diagnostic | undefined, range: Diagnostic["range"]): boolean {
  return JSON.stringify(diagnostic?.range) === JSON.stringify(range);
}

function printed(
  line: number,
  column: number,
  rule: string,
  severity: string,
  message: string,
  titles: readonly string[],
): string {
  return `${line + 1}:${column + 1} ${severity} ${rule}: ${message} [${titles.join(" | ")}]`;
}

function uriOf(folder: string, path: string): string {
  return toAddress(resolve(folder, path));
}

function languageOf(path: string): string {
  const known: readonly (readonly [RegExp, string])[] = [
    [/\.cfg\.lua$/, "prosody"],
    [/\.ya?ml$/, "yaml"],
    [/ockerfile/, "dockerfile"],
    [/\.sh$/, "shellscript"],
    [/\.md$/, "markdown"],
  ];
  return known.find(([name]) => name.test(path))?.[1] ?? "dotenv";
}

function textOf(message: Diagnostic["message"]): string {
  return typeof message === "string" ? message : message.value;
}
