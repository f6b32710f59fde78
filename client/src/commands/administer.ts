// "Prosody: Administer Container": the command for a check, an account, the console or the log of a container that runs already, with the
// quirks of the image taken care of. It is shown, never run.

import * as vscode from "vscode";
import { ADMINISTRATION_REQUEST, DOCKER_RUN_REQUEST } from "../../../server/src/protocol.ts";
import type {
  AdministrationParams,
  AdministrationReply,
  DockerRunParams,
  DockerRunResult,
} from "../../../server/src/protocol.ts";
import { isConfig, isEnvFile } from "../documents.ts";
import type { StartedClient } from "../start.ts";
import { askText, pickOne, step, walk } from "../ui/multiStep.ts";
import type { Choice, Step } from "../ui/multiStep.ts";
import { argument } from "./addArguments.ts";
import { answerProblem } from "./answerProblem.ts";
import { pathOnLine, warn } from "./containerSource.ts";
import { engineOf, shellOf } from "./engineAndShell.ts";
import { presentCommand } from "./presentCommand.ts";

type Task = AdministrationReply["commands"][number]["task"];
type Container = NonNullable<AdministrationParams["container"]>;

interface State {
  readonly task: Task;
  readonly container: Container;
  readonly account: string;
}

export function registerAdminister(client: StartedClient): vscode.Disposable {
  return vscode.commands.registerCommand("prosody.administerContainer", (given?: unknown) =>
    // A lens names the service; a menu gives an address.
    run(client, argument(given, "service")),
  );
}

async function run(client: StartedClient, service: string | undefined): Promise<void> {
  const title = vscode.l10n.t("Administer Container");
  const document = vscode.window.activeTextEditor?.document;
  const running = await client();
  const about = {
    engine: engineOf(document),
    shell: shellOf(document),
    ...(document === undefined ? {} : { uri: document.uri.toString() }),
  };
  const ask = (more: Partial<AdministrationParams>): Promise<AdministrationReply> =>
    running.sendRequest<AdministrationReply>(ADMINISTRATION_REQUEST, { ...about, ...more } satisfies AdministrationParams);
  const known = await ask({});
  const first = known.containers.find(({ name }) => name === service) ?? known.containers[0];
  const start: State = { task: "check", container: first ?? { kind: "container", name: "prosody" }, account: "" };
  // What is to be checked before there is a container is the file in front of the user.
  const source = document !== undefined && (isConfig(document) || isEnvFile(document)) ? document : undefined;
  const state = await walk(title, start, [
    taskStep(known, source !== undefined),
    containerStep(known.containers, service),
    accountStep(client, known),
  ]);
  if (state === undefined) return;
  const make = async (): Promise<string | undefined> => {
    if (state.task === "checkBeforehand" && source !== undefined) {
      const path = pathOnLine(source.uri);
      const params: DockerRunParams = { uri: source.uri.toString(), path, ...about, check: true };
      const result = await running.sendRequest<DockerRunResult>(DOCKER_RUN_REQUEST, params);
      if (!result.ok) warn(result.reason);
      return result.ok ? result.oneLine : undefined;
    }
    const { container, account } = state;
    const { commands, reason = "" } = await ask({ container, ...(account === "" ? {} : { account }) });
    const found = commands.find(({ task }) => task === state.task);
    if (found === undefined) warn(reason);
    return found?.text;
  };
  const text = await make();
  if (text !== undefined) await presentCommand({ title, text, oneLine: text, notes: [], shell: about.shell }, undefined);
}

function taskStep({ commands }: AdministrationReply, hasSource: boolean): Step<State> {
  const beforehand = {
    label: vscode.l10n.t("Check the configuration before the first start"),
    value: "checkBeforehand" as const,
  };
  const choices: readonly Choice<Task>[] = [
    ...commands.map(({ task, title, text }) => ({ label: title, detail: text, value: task })),
    ...(hasSource ? [beforehand] : []),
  ];
  return step(
    ({ task }: State, place) => pickOne({ place, placeholder: vscode.l10n.t("What is to be done?"), choices, current: task }),
    (state, task) => ({ ...state, task }),
  );
}

/** Of those that the file describes, or by its name. */
function containerStep(containers: readonly Container[], service: string | undefined): Step<State> {
  const placeholder = vscode.l10n.t("Which container?");
  const problem = (text: string): string | undefined =>
    /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(text)
      ? undefined
      : vscode.l10n.t("At least two letters, digits, _, . or -, beginning with a letter or digit.");
  const when = ({ task }: State): boolean => task !== "checkBeforehand" && (service === undefined || containers.length === 0);
  if (containers.length === 0) {
    return step(
      ({ container }: State, place) => askText({ place, placeholder, value: container.name, problem }),
      (state, name) => ({ ...state, container: { kind: "container", name } }),
      when,
    );
  }
  const choices = containers.map((value) => ({ label: value.name, value }));
  return step(
    ({ container }: State, place) => pickOne({ place, placeholder, choices, current: container }),
    (state, container) => ({ ...state, container }),
    when,
  );
}

function accountStep(client: StartedClient, { commands }: AdministrationReply): Step<State> {
  const empty = vscode.l10n.t("Type the address of the account, such as user@example.org.");
  const placeholder = vscode.l10n.t("Address of the account");
  const problem = async (text: string): Promise<string | undefined> =>
    text.trim() === "" ? empty : answerProblem(client, { kind: "address", text });
  return step(
    ({ account }: State, place) => askText({ place, placeholder, value: account, problem }),
    (state, account) => ({ ...state, account: account.trim() }),
    ({ task }) => commands.find((one) => one.task === task)?.account === true,
  );
}
