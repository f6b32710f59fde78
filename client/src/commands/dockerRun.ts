// "Prosody: Generate docker run Command": asks what kind of container it shall be, has the server write the line for the file in front
// of the user, and shows it.

import * as vscode from "vscode";
import type { Engine } from "../../../server/src/core/generate/engines.ts";
import type { Shell } from "../../../server/src/core/generate/shell/shells.ts";
import { DOCKER_RUN_REQUEST } from "../../../server/src/protocol.ts";
import type { DockerRunParams, DockerRunResult } from "../../../server/src/protocol.ts";
import type { StartedClient } from "../start.ts";
import { walk } from "../ui/multiStep.ts";
import { argument } from "./addArguments.ts";
import { pathOnLine, warn, withUnsaved } from "./containerSource.ts";
import { START, containerSteps, shellStep } from "./containerSteps.ts";
import type { ContainerState } from "./containerSteps.ts";
import { engineOf, shellOf } from "./engineAndShell.ts";
import { findContainerSource } from "./findSource.ts";
import { literalCopy } from "./literalCopy.ts";
import { presentCommand } from "./presentCommand.ts";

export const DOCKER_RUN_COMMAND = "prosody.generateDockerRun";

interface RunState extends ContainerState {
  readonly engine: Engine;
  readonly shell: Shell;
}

export function registerDockerRun(client: StartedClient): vscode.Disposable {
  return vscode.commands.registerCommand(DOCKER_RUN_COMMAND, async (given?: unknown) => {
    const wanted = argument(given, "show");
    const show = WAYS.find((way) => way === wanted);
    const title = vscode.l10n.t("Generate docker run Command");
    const document = await findContainerSource(title);
    if (document === undefined) return undefined;
    const start: RunState = { ...START, engine: engineOf(document), shell: shellOf(document) };
    const state = show === undefined ? await walk(title, start, [...containerSteps<RunState>(), shellStep<RunState>()]) : start;
    if (state === undefined) return undefined;
    const { engine, shell, wishes } = state;
    const path = pathOnLine(document.uri);
    const params: DockerRunParams = { ...wishes, uri: document.uri.toString(), path, engine, shell };
    const result = await (await client()).sendRequest<DockerRunResult>(DOCKER_RUN_REQUEST, params);
    if (!result.ok) {
      warn(result.reason);
      return undefined;
    }
    const { literal } = result;
    const copy = literal === undefined || show !== undefined ? "keep" : await literalCopy(document, literal);
    if (copy === "cancel") return undefined;
    const { text, oneLine, notes } = literal !== undefined && copy === "written" ? literal.command : result;
    const command = { title, text, oneLine, notes: withUnsaved(document, notes), shell };
    if (show !== "return") await presentCommand(command, show);
    return text;
  });
}

/** What to do with the command; without one of them the user is asked. `return` only hands it back to the caller. */
const WAYS = ["return", "copy", "terminal", "document", "replace"] as const;
