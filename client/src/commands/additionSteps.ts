// The questions of the commands that add to a configuration.

import * as vscode from "vscode";
import type { AddArguments, ChoicesReply } from "../../../server/src/protocol.ts";
import type { StartedClient } from "../start.ts";
import { askText, pickOne, step } from "../ui/multiStep.ts";
import type { Choice, Step } from "../ui/multiStep.ts";
import { answerProblem } from "./answerProblem.ts";

export interface Subject {
  readonly client: StartedClient;
  readonly document: vscode.TextDocument;
  readonly choices: ChoicesReply;
  /** What need not be asked. */
  readonly given: AddArguments;
}

/** What has been answered, by question. */
export type Answers = Readonly<Record<string, string>>;

/** How components are usually called, by module. */
export const FIRST_LABEL: Readonly<Record<string, string>> = {
  muc: "groups",
  http_file_share: "upload",
  proxy65: "proxy",
  pubsub: "pubsub",
  "": "x",
};

/** Where a module goes. Not asked where there is only one place for it. */
export function whereStep(subject: Subject): Step<Answers> {
  const { hosts, sections, modules } = subject.choices;
  const inside = ({ module = "" }: Answers): Pick<ChoicesReply["modules"][number], "global" | "home"> =>
    modules.find(({ name: other }) => other === module) ?? {};
  const places = (answers: Answers): readonly Choice<string>[] => {
    const { home } = inside(answers);
    const components = sections.filter(({ module }) => home === undefined || module === home);
    return [
      ...(home === undefined ? [{ label: vscode.l10n.t("Whole server"), value: "*" }] : []),
      ...(home === undefined ? hosts.map((host) => ({ label: host, value: host })) : []),
      ...components.map(({ name: label, module }) => ({ label, value: label, description: module })),
    ];
  };
  return step(
    (answers: Answers, place) => {
      const { host } = answers;
      const question = { place, placeholder: vscode.l10n.t("Where?"), choices: places(answers) };
      return pickOne({ ...question, ...(host === undefined ? {} : { current: host }) });
    },
    (answers, host) => ({ ...answers, host }),
    (answers) => subject.given.host === undefined && inside(answers).global !== true && places(answers).length > 1,
  );
}

export function named({ name: label, summary }: ChoicesReply["modules"][number]): Choice<string> {
  return { label, value: label, detail: summary.replaceAll("`", "") };
}

/** The host that names are proposed for. */
export function ofFirst({ choices: { hosts }, given: { host } }: Subject): string {
  return (host === "*" ? undefined : host) ?? hosts[0] ?? "example.org";
}

/** Not asked where the command knows it already. */
export function one(
  { given }: Subject,
  key: "module" | "driver",
  placeholder: string,
  choices: readonly Choice<string>[],
): Step<Answers> {
  return step(
    (state: Answers, place) => {
      const current = state[key];
      return pickOne({ place, placeholder, choices, ...(current === undefined ? {} : { current }) });
    },
    (state, value) => ({ ...state, [key]: value }),
    () => key === "driver" || given[key] === undefined,
  );
}

export function plain(key: string, placeholder: string, value: string): Step<Answers> {
  return step(
    (state: Answers, place) => askText({ place, placeholder, value: state[key] ?? value }),
    (state, typed) => ({ ...state, [key]: typed.trim() }),
  );
}

export function text(
  { client, document }: Subject,
  key: string,
  kind: "host" | "url" | "newName",
  placeholder: string,
  value: string | ((state: Answers) => string),
): Step<Answers> {
  const problem = (typed: string): Promise<string | undefined> =>
    answerProblem(client, { kind, text: typed, uri: document.uri.toString() });
  const proposal = typeof value === "string" ? (): string => value : value;
  return step(
    (state: Answers, place) => askText({ place, placeholder, value: state[key] ?? proposal(state), problem }),
    (state, typed) => ({ ...state, [key]: typed.trim() }),
  );
}

/** A name that is not there yet; `labels` proposes its beginning, by module. */
export function name(subject: Subject, placeholder: string, labels: Readonly<Record<string, string>> | ""): Step<Answers> {
  const proposal = ({ module = "" }: Answers): string => {
    if (labels === "") return subject.given.host ?? "";
    return `${labels[module] ?? module.replaceAll("_", "-")}.${ofFirst(subject)}`;
  };
  return text(subject, "name", "newName", placeholder, proposal);
}
