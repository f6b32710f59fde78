// "Prosody: Generate compose.yaml", "… Quadlet Unit", "… Kubernetes Manifest" and "Convert docker run Line to Compose": documents that
// are not saved yet, or files beside the one they are made for, each with its notes as comments.

import * as vscode from "vscode";
import { CONTAINER_FILE_REQUEST, FROM_COMMAND_REQUEST } from "../../../server/src/protocol.ts";
import type {
  ContainerFileParams,
  ContainerFileResult,
  FromCommandParams,
  FromCommandResult,
} from "../../../server/src/protocol.ts";
import type { StartedClient } from "../start.ts";
import { walk } from "../ui/multiStep.ts";
import { hasFolder, writeBeside } from "./besideFile.ts";
import { pathOnLine, warn, withUnsaved } from "./containerSource.ts";
import { START, containerSteps, destinationStep } from "./containerSteps.ts";
import type { ContainerState } from "./containerSteps.ts";
import { findContainerSource } from "./findSource.ts";

type Form = ContainerFileParams["form"];

interface FileState extends ContainerState {
  readonly beside: boolean;
}

const ENV_PATH = "prosody.env";

export function registerContainerFiles(client: StartedClient): vscode.Disposable {
  const generate = (command: string, form: Form, title: string, language: string): vscode.Disposable =>
    vscode.commands.registerCommand(command, async (given?: unknown) => {
      const asked = given === undefined || given === null || typeof given !== "object" || !("show" in given);
      const document = await findContainerSource(title);
      if (document === undefined) return undefined;
      const { uri } = document;
      const last = hasFolder(uri) ? [destinationStep<FileState>((state) => fileName(form, state))] : [];
      const start: FileState = { ...START, beside: false };
      const state = asked ? await walk(title, start, [...containerSteps<FileState>(), ...last]) : start;
      if (state === undefined) return undefined;
      // Paths in the file count from where it lies.
      const path = state.beside ? `./${uri.path.slice(uri.path.lastIndexOf("/") + 1)}` : pathOnLine(uri);
      const params: ContainerFileParams = { ...state.wishes, uri: uri.toString(), path, form };
      const result = await (await client()).sendRequest<ContainerFileResult>(CONTAINER_FILE_REQUEST, params);
      if (!result.ok) {
        warn(result.reason);
        return undefined;
      }
      const text = commented(withUnsaved(document, result.notes), result.text);
      const target = vscode.Uri.joinPath(uri, "..", fileName(form, state));
      const written = state.beside && (await writeBeside(target, text));
      if (asked && !written) await openUntitled(text, language);
      return result.text;
    });
  const { t } = vscode.l10n;
  return vscode.Disposable.from(
    generate("prosody.generateCompose", "compose", t("Generate compose.yaml"), "yaml"),
    generate("prosody.generateQuadlet", "quadlet", t("Generate Quadlet Unit"), "ini"),
    generate("prosody.generateKubernetes", "kubernetes", t("Generate Kubernetes Manifest"), "yaml"),
    vscode.commands.registerCommand("prosody.convertDockerRun", () => convert(client)),
  );
}

function fileName(form: Form, { wishes }: ContainerState): string {
  switch (form) {
    case "compose":
      return "compose.yaml";
    case "quadlet":
      return `${wishes.name ?? "prosody"}.container`;
    case "kubernetes":
      return "prosody.yaml";
  }
}

async function convert(client: StartedClient): Promise<void> {
  const text = await runLine();
  if (text === undefined) return;
  const params: FromCommandParams = { text, envPath: ENV_PATH };
  const result = await (await client()).sendRequest<FromCommandResult>(FROM_COMMAND_REQUEST, params);
  if (!result.ok) {
    warn(result.reason);
    return;
  }
  await openUntitled(
    commented(
      result.notes.map(({ text: note }) => note),
      result.compose,
    ),
    "yaml",
  );
  if (result.env === undefined) return;
  const about = vscode.l10n.t("Save this as {0} beside the compose file.", ENV_PATH);
  await openUntitled(`# ${about}\n${result.env}`, "properties", vscode.ViewColumn.Beside);
}

const RUN = /\b(?:docker|podman)\b(?:(?!\b(?:docker|podman)\b)[^\n])*\b(?:run|create)\b/;

/** From the selection, else where the cursor is, else from the clipboard. */
async function runLine(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? "";
  if (RUN.test(selected)) return selected;
  const around = editor === undefined ? "" : commandAt(editor.document, editor.selection.active.line);
  if (RUN.test(around)) return around;
  const copied = await vscode.env.clipboard.readText();
  if (RUN.test(copied)) return copied;
  void vscode.window.showInformationMessage(
    vscode.l10n.t("Select a docker run command in an editor, put the cursor into one, or copy one, and start this again."),
  );
  return undefined;
}

/** The line, with those that it continues and that continue it. */
function commandAt(document: vscode.TextDocument, line: number): string {
  const goesOn = (at: number): boolean => /[\\`^]\s*$/.test(document.lineAt(at).text);
  let [first, last] = [line, line];
  while (first > 0 && goesOn(first - 1)) first--;
  while (last < document.lineCount - 1 && goesOn(last)) last++;
  return document.getText(new vscode.Range(first, 0, last, document.lineAt(last).text.length));
}

function commented(notes: readonly string[], text: string): string {
  const remarks = notes.map((note) => `# ${note}\n`).join("");
  return remarks === "" ? text : `${remarks}\n${text}`;
}

async function openUntitled(content: string, language: string, viewColumn = vscode.ViewColumn.Active): Promise<void> {
  const known = (await vscode.languages.getLanguages()).includes(language);
  const document = await vscode.workspace.openTextDocument(known ? { content, language } : { content });
  await vscode.window.showTextDocument(document, { viewColumn, preview: false });
}
