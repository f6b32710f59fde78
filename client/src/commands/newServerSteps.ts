// The questions that matter for a new server.

import * as vscode from "vscode";
import type { ChoicesReply, ScaffoldParams } from "../../../server/src/protocol.ts";
import type { StartedClient } from "../start.ts";
import { askText, pickOne, pickSome, step } from "../ui/multiStep.ts";
import type { Answer, Place, Step } from "../ui/multiStep.ts";
import { answerProblem } from "./answerProblem.ts";

export type Answers = Extract<ScaffoldParams, { readonly kind: "server" }>["answers"];

type Feature = Answers["features"][number];

export function newServerSteps(client: StartedClient, { features }: ChoicesReply): readonly Step<Answers>[] {
  const { t } = vscode.l10n;
  const text = (
    kind: "host" | "address",
    placeholder: string,
    value: (state: Answers) => string,
    take: (state: Answers, text: string) => Answers,
    when?: Step<Answers>["when"],
  ): Step<Answers> => {
    const problem = (typed: string): Promise<string | undefined> => answerProblem(client, { kind, text: typed });
    const ask = (state: Answers, place: Place): Promise<Answer<string>> =>
      askText({ place, placeholder, value: value(state), problem });
    return step(ask, (state, typed) => take(state, typed.trim()), when);
  };
  return [
    text(
      "host",
      t("The domain of the addresses, such as example.org"),
      ({ domain }) => domain,
      (state, domain) => ({ ...state, domain }),
    ),
    text(
      "address",
      t("Address of the administrator; empty: nobody"),
      ({ admin, domain }) => admin ?? `admin@${domain}`,
      (state, admin) => ({ ...state, admin }),
    ),
    step(
      ({ install }, place) =>
        pickOne({
          place,
          placeholder: t("How does Prosody run?"),
          current: install,
          choices: [
            { value: "package", label: t("Package"), detail: t("Installed on the machine, as on Debian") },
            { value: "container", label: t("Container"), detail: t("The official image") },
          ] as const,
        }),
      (state, install) => ({ ...state, install }),
    ),
    step(
      ({ storage }, place) =>
        pickOne({
          place,
          placeholder: t("Where are accounts and messages kept?"),
          current: storage,
          choices: [
            { value: "internal", label: t("Files"), detail: t("Prosody's own; good for small servers") },
            { value: "SQLite3", label: "SQLite", detail: t("One database file, no server") },
            { value: "PostgreSQL", label: "PostgreSQL", detail: t("A database server") },
            { value: "MySQL", label: "MySQL", detail: t("MySQL or MariaDB") },
          ] as const,
        }),
      (state, storage) => ({ ...state, storage }),
    ),
    step(
      ({ features: current }, place) => {
        const choices = features.map(({ id, title: label, detail }) => ({ value: id as Feature, label, detail }));
        return pickSome({ place, placeholder: t("What shall it offer?"), current, choices });
      },
      (state, chosen) => ({ ...state, features: chosen }),
    ),
    step(
      ({ retention = 0 }, place) =>
        pickOne({
          place,
          placeholder: t("For how long are messages and files kept?"),
          current: retention,
          choices: [
            { value: 0, label: t("Prosody's default"), detail: t("One week for messages") },
            { value: 30, label: t("30 days") },
            { value: 365, label: t("A year") },
          ],
        }),
      ({ retention: _before, ...rest }, days) => (days === 0 ? rest : { ...rest, retention: days }),
      ({ features: chosen }) => chosen.some((feature) => ["archive", "groupChat", "fileSharing"].includes(feature)),
    ),
    text(
      "host",
      t("The TURN server that relays calls"),
      ({ turnHost, domain }) => turnHost ?? `turn.${domain}`,
      (state, turnHost) => ({ ...state, turnHost }),
      ({ features: chosen }) => chosen.includes("calls"),
    ),
  ];
}
