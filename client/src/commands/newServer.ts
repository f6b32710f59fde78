// "Prosody: New Server Configuration": a walk through the questions that matter, and a configuration at the end.

import * as vscode from "vscode";
import { CHOICES_REQUEST, SCAFFOLD_REQUEST } from "../../../server/src/protocol.ts";
import type { ChoicesReply, ScaffoldParams, ScaffoldReply } from "../../../server/src/protocol.ts";
import type { StartedClient } from "../start.ts";
import { askText, mapAnswer, pickOne, pickSome, walk } from "../ui/multiStep.ts";
import type { Step } from "../ui/multiStep.ts";
import { answerProblem } from "./answerProblem.ts";
import { exists } from "../exists.ts";
import { applyServer } from "./applyScaffold.ts";

type Answers = Extract<ScaffoldParams, { readonly kind: "server" }>["answers"];

export function registerNewServer(client: StartedClient): vscode.Disposable {
  return vscode.commands.registerCommand("prosody.newServer", () => run(client));
}

async function run(client: StartedClient): Promise<void> {
  const folder = await targetFolder();
  if (folder === null) return;
  const target = folder === undefined ? undefined : vscode.Uri.joinPath(folder, "prosody.cfg.lua");
  if (target !== undefined && (await exists(target))) {
    const open = vscode.l10n.t("Open It");
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t("There is a prosody.cfg.lua here already, and it is not overwritten. Add to it with the other commands."),
      open,
    );
    if (answer === open) await vscode.window.showTextDocument(target);
    return;
  }
  const uri = (target ?? vscode.Uri.parse("untitled:prosody.cfg.lua")).toString();
  const running = await client();
  const choices = await running.sendRequest<ChoicesReply>(CHOICES_REQUEST, { uri });
  const start: Answers = {
    domain: "",
    install: "package",
    storage: "internal",
    features: ["groupChat", "fileSharing", "archive"],
  };
  const answers = await walk(vscode.l10n.t("New Prosody Server"), start, steps(client, choices));
  if (answers === undefined) return;
  const params: ScaffoldParams = { kind: "server", uri, answers };
  const made = await running.sendRequest<ScaffoldReply>(SCAFFOLD_REQUEST, params);
  if (!made.ok) {
    void vscode.window.showErrorMessage(made.reason);
    return;
  }
  if (target === undefined) {
    const document = await vscode.workspace.openTextDocument({ language: "prosody", content: made.text });
    await vscode.window.showTextDocument(document);
    const left = [...made.files.map(({ path }) => path), ...Object.keys(made.variables)];
    if (left.length > 0)
      void vscode.window.showWarningMessage(
        vscode.l10n.t("Without a folder there is no place for the new secrets. Make them yourself: {0}.", left.join(", ")),
      );
    return;
  }
  if (await applyServer(target, made)) await vscode.window.showTextDocument(target);
}

/** Undefined: no folder is open; null: the user gave up. */
async function targetFolder(): Promise<vscode.Uri | undefined | null> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t("In which folder?") }))?.uri ?? null;
}

function steps(client: StartedClient, { features }: ChoicesReply): readonly Step<Answers>[] {
  const text =
    (
      kind: "host" | "address",
      placeholder: string,
      value: (state: Answers) => string,
      take: (state: Answers, text: string) => Answers,
    ) =>
    async (state: Answers, place: Parameters<Step<Answers>["ask"]>[1]): ReturnType<Step<Answers>["ask"]> => {
      const question = {
        place,
        placeholder,
        value: value(state),
        problem: (typed: string) => answerProblem(client, { kind, text: typed }),
      };
      return mapAnswer(await askText(question), (typed) => take(state, typed.trim()));
    };
  return [
    {
      ask: text(
        "host",
        vscode.l10n.t("The domain of the addresses, such as example.org"),
        ({ domain }) => domain,
        (state, domain) => ({ ...state, domain }),
      ),
    },
    {
      ask: text(
        "address",
        vscode.l10n.t("Address of the administrator; empty: nobody"),
        ({ admin, domain }) => admin ?? `admin@${domain}`,
        (state, admin) => ({ ...state, admin }),
      ),
    },
    {
      ask: async (state, place) =>
        mapAnswer(
          await pickOne({
            place,
            placeholder: vscode.l10n.t("How does Prosody run?"),
            current: state.install,
            choices: [
              {
                value: "package",
                label: vscode.l10n.t("Package"),
                detail: vscode.l10n.t("Installed on the machine, as on Debian"),
              },
              { value: "container", label: vscode.l10n.t("Container"), detail: vscode.l10n.t("The official image") },
            ] as const,
          }),
          (install) => ({ ...state, install }),
        ),
    },
    {
      ask: async (state, place) =>
        mapAnswer(
          await pickOne({
            place,
            placeholder: vscode.l10n.t("Where are accounts and messages kept?"),
            current: state.storage,
            choices: [
              {
                value: "internal",
                label: vscode.l10n.t("Files"),
                detail: vscode.l10n.t("Prosody's own; good for small servers"),
              },
              { value: "SQLite3", label: "SQLite", detail: vscode.l10n.t("One database file, no server") },
              { value: "PostgreSQL", label: "PostgreSQL", detail: vscode.l10n.t("A database server") },
              { value: "MySQL", label: "MySQL", detail: vscode.l10n.t("MySQL or MariaDB") },
            ] as const,
          }),
          (storage) => ({ ...state, storage }),
        ),
    },
    {
      ask: async (state, place) =>
        mapAnswer(
          await pickSome({
            place,
            placeholder: vscode.l10n.t("What shall it offer?"),
            current: state.features,
            choices: features.map(({ id, title, detail }) => ({
              value: id as Answers["features"][number],
              label: title,
              detail,
            })),
          }),
          (chosen) => ({ ...state, features: chosen }),
        ),
    },
    {
      when: ({ features: chosen }) => chosen.some((feature) => ["archive", "groupChat", "fileSharing"].includes(feature)),
      ask: async (state, place) =>
        mapAnswer(
          await pickOne({
            place,
            placeholder: vscode.l10n.t("For how long are messages and files kept?"),
            current: state.retention ?? 0,
            choices: [
              { value: 0, label: vscode.l10n.t("Prosody's default"), detail: vscode.l10n.t("One week for messages") },
              { value: 30, label: vscode.l10n.t("30 days") },
              { value: 365, label: vscode.l10n.t("A year") },
            ],
          }),
          (days) => {
            const { retention: _before, ...rest } = state;
            return days === 0 ? rest : { ...rest, retention: days };
          },
        ),
    },
    {
      when: ({ features: chosen }) => chosen.includes("calls"),
      ask: text(
        "host",
        vscode.l10n.t("The TURN server that relays calls"),
        ({ turnHost, domain }) => turnHost ?? `turn.${domain}`,
        (state, turnHost) => ({ ...state, turnHost }),
      ),
    },
  ];
}
