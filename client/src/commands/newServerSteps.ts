// The questions that matter for a new server.

import * as vscode from "vscode";
import type { ChoicesReply, ScaffoldParams } from "../../../server/src/protocol.ts";
import type { StartedClient } from "../start.ts";
import { askText, mapAnswer, pickOne, pickSome } from "../ui/multiStep.ts";
import type { Step } from "../ui/multiStep.ts";
import { answerProblem } from "./answerProblem.ts";

export type Answers = Extract<ScaffoldParams, { readonly kind: "server" }>["answers"];

export function newServerSteps(client: StartedClient, { features }: ChoicesReply): readonly Step<Answers>[] {
  const { t } = vscode.l10n;
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
        t("The domain of the addresses, such as example.org"),
        ({ domain }) => domain,
        (state, domain) => ({ ...state, domain }),
      ),
    },
    {
      ask: text(
        "address",
        t("Address of the administrator; empty: nobody"),
        ({ admin, domain }) => admin ?? `admin@${domain}`,
        (state, admin) => ({ ...state, admin }),
      ),
    },
    {
      ask: async (state, place) =>
        mapAnswer(
          await pickOne({
            place,
            placeholder: t("How does Prosody run?"),
            current: state.install,
            choices: [
              { value: "package", label: t("Package"), detail: t("Installed on the machine, as on Debian") },
              { value: "container", label: t("Container"), detail: t("The official image") },
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
            placeholder: t("Where are accounts and messages kept?"),
            current: state.storage,
            choices: [
              { value: "internal", label: t("Files"), detail: t("Prosody's own; good for small servers") },
              { value: "SQLite3", label: "SQLite", detail: t("One database file, no server") },
              { value: "PostgreSQL", label: "PostgreSQL", detail: t("A database server") },
              { value: "MySQL", label: "MySQL", detail: t("MySQL or MariaDB") },
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
            placeholder: t("What shall it offer?"),
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
            placeholder: t("For how long are messages and files kept?"),
            current: state.retention ?? 0,
            choices: [
              { value: 0, label: t("Prosody's default"), detail: t("One week for messages") },
              { value: 30, label: t("30 days") },
              { value: 365, label: t("A year") },
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
        t("The TURN server that relays calls"),
        ({ turnHost, domain }) => turnHost ?? `turn.${domain}`,
        (state, turnHost) => ({ ...state, turnHost }),
      ),
    },
  ];
}
