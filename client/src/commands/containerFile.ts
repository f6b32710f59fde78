// "Prosody: Generate compose.yaml", "… Quadlet Unit", "… Kubernetes Manifest" and "Convert docker run Line to Compose": documents that
// are not saved yet, so that nothing is overwritten, each with its notes as comments.

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
import { findSource, pathOnLine, warn, withUnsaved } from "./containerSource.ts";
import { START, containerSteps } from "./containerSteps.ts";

type Form = ContainerFileParams["form"];

const ENV_PATH = "prosody.env";

export function registerContainerFiles(client: StartedClient): vscode.Disposable {
  const generate = (command: string, form: Form, title: string, language: string): vscode.Disposable =>
    vscode.commands.registerCommand(command, async (given?: unknown) => {
      const asked = given === undefined || given === null || typeof given !== "object" || !("show" in given);
      const document = await findSource(title);
      const state = document === undefined ? undefined : asked ? await walk(title, START, containerSteps()) : START;
      if (document === undefined || state === undefined) return undefined;
      const params: ContainerFileParams = { ...state.wishes, uri: document.uri.toString(), path: pathOnLine(document.uri), form };
      const result = await (await client()).sendRequest<ContainerFileResult>(CONTAINER_FILE_REQUEST, params);
      if (!result.ok) {
        warn(result.reason);
        return undefined;
      }
      if (asked) await openUntitled(commented(withUnsaved(document, result.notes), result.text), language);
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

async function convert(client: StartedClient): Promise<void> {
  const text = await runLine();
  if (text === undefined) return;
  const params: FromCommandParams = { text, envPath: ENV_PATH };
  const result = await (await client()).sendRequest<FromCommandResult>(FROM_COMMAND_REQUEST, params);
  if (!result.ok) {
    warn(result.reason);
    return;
  }
  await openUntitled(commented(result.notes, result.compose), "yaml");
  if (result.env === undefined) return;
  const about = vscode.l10n.t("Save this as {0} beside the compose file.", ENV_PATH);
  await openUntitled(`# ${about}\n${result.env}`, "properties", vscode.ViewColumn.Beside);
}

const RUN = /\b(?:docker|podman)\b[^\n]*\b(?:run|create)\b/;

/** From the selection, else from the clipboard. */
async function runLine(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? "";
  if (RUN.test(selected)) return selected;
  const copied = await vscode.env.clipboard.readText();
  if (RUN.test(copied)) return copied;
  void vscode.window.showInformationMessage(
    vscode.l10n.t("Select a docker run command in an editor, or copy one, and start this again."),
  );
  return undefined;
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
