// "Prosody: Add VirtualHost", "Add Component" and the like: a question or two, then one edit of the configuration in front of the user.

import * as vscode from "vscode";
import { CHOICES_REQUEST, SCAFFOLD_REQUEST } from "../../../server/src/protocol.ts";
import type { ChoicesReply, ScaffoldParams, ScaffoldReply } from "../../../server/src/protocol.ts";
import { isConfig } from "../documents.ts";
import type { StartedClient } from "../start.ts";
import { askText, mapAnswer, pickOne, walk } from "../ui/multiStep.ts";
import type { Choice, Step } from "../ui/multiStep.ts";
import { answerProblem } from "./answerProblem.ts";
import { applyAddition } from "./applyScaffold.ts";

type Addition = Extract<ScaffoldParams, { readonly kind: "addition" }>["addition"];

interface Subject {
  readonly client: StartedClient;
  readonly document: vscode.TextDocument;
  readonly choices: ChoicesReply;
}

/** What has been answered, by question. */
type Answers = Readonly<Record<string, string>>;

interface Command {
  readonly id: string;
  readonly title: string;
  readonly steps: (subject: Subject) => readonly Step<Answers>[];
  readonly addition: (answers: Answers) => Addition;
}

export function registerAdditions(client: StartedClient): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands().map((command) => vscode.commands.registerCommand(command.id, () => run(command, client))),
  );
}

function commands(): readonly Command[] {
  const t = vscode.l10n.t;
  return [
    {
      id: "prosody.addHost",
      title: t("Add VirtualHost"),
      steps: (subject) => [name(subject, t("The domain of the new host"), "")],
      addition: ({ name: given = "" }) => ({ kind: "host", name: given }),
    },
    {
      id: "prosody.addComponent",
      title: t("Add Component"),
      steps: (subject) => [
        one("module", t("What kind of component?"), ({ choices: { components } }) => components.map(named))(subject),
        name(subject, t("The domain of the component"), FIRST_LABEL),
      ],
      addition: ({ name: given = "", module = "" }) => ({ kind: "component", name: given, module }),
    },
    {
      id: "prosody.addExternalComponent",
      title: t("Add External Component"),
      steps: (subject) => [name(subject, t("The domain of the component, such as a gateway"), { "": "gateway" })],
      addition: ({ name: given = "" }) => ({ kind: "externalComponent", name: given }),
    },
    {
      id: "prosody.enableModule",
      title: t("Enable Module"),
      steps: (subject) => [
        one("module", t("Which module?"), ({ choices: { modules } }) => modules.map(named))(subject),
        {
          ...one("host", t("Where?"), ({ choices: { hosts } }) => [
            { label: t("Whole server"), value: "*" },
            ...hosts.map((host) => ({ label: host, value: host })),
          ])(subject),
          when: () => subject.choices.hosts.length > 0,
        },
      ],
      addition: ({ module = "", host = "*" }) => ({ kind: "module", name: module, host }),
    },
    {
      id: "prosody.setUpTurn",
      title: t("Set Up TURN"),
      steps: (subject) => [text(subject, "host", "host", t("The TURN server that relays calls"), `turn.${ofFirst(subject)}`)],
      addition: ({ host = "" }) => ({ kind: "turn", host }),
    },
    {
      id: "prosody.setUpSql",
      title: t("Set Up SQL Storage"),
      steps: (subject) => [
        one("driver", t("Which database?"), () => [
          { label: "PostgreSQL", value: "PostgreSQL" },
          { label: "MySQL", value: "MySQL", detail: t("MySQL or MariaDB") },
          { label: "SQLite", value: "SQLite3", detail: t("One file, no server") },
        ])(subject),
      ],
      addition: ({ driver }) => ({ kind: "sql", driver: driver === "MySQL" || driver === "SQLite3" ? driver : "PostgreSQL" }),
    },
    {
      id: "prosody.setUpCertificates",
      title: t("Set Up Certificates"),
      steps: () => [plain("folder", t("The folder that holds NAME.crt and NAME.key of each host"), "certs")],
      addition: ({ folder = "certs" }) => ({ kind: "certificates", folder }),
    },
    {
      id: "prosody.setUpReverseProxy",
      title: t("Set Up Reverse Proxy"),
      steps: (subject) => [
        text(
          subject,
          "url",
          "url",
          t("The address by which people reach Prosody's web services"),
          `https://${ofFirst(subject)}/`,
        ),
      ],
      addition: ({ url = "" }) => ({ kind: "reverseProxy", url }),
    },
    {
      id: "prosody.setUpOpenMetrics",
      title: t("Set Up OpenMetrics"),
      steps: () => [],
      addition: () => ({ kind: "openMetrics" }),
    },
  ];
}

/** How components are usually called, by module. */
const FIRST_LABEL: Readonly<Record<string, string>> = {
  muc: "groups",
  http_file_share: "upload",
  proxy65: "proxy",
  pubsub: "pubsub",
  "": "x",
};

async function run({ title, steps, addition }: Command, client: StartedClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !isConfig(document)) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Open a prosody.cfg.lua first: that is what is added to. A new one is made by “New Server Configuration”."),
    );
    return;
  }
  const uri = document.uri.toString();
  const running = await client();
  const choices = await running.sendRequest<ChoicesReply>(CHOICES_REQUEST, { uri });
  const answers = await walk<Answers>(title, {}, steps({ client, document, choices }));
  if (answers === undefined) return;
  const params: ScaffoldParams = { kind: "addition", uri, addition: addition(answers) };
  const made = await running.sendRequest<ScaffoldReply>(SCAFFOLD_REQUEST, params);
  if (!made.ok) {
    void vscode.window.showErrorMessage(made.reason);
    return;
  }
  await applyAddition(document, made);
}

function named({ name: label, summary }: ChoicesReply["modules"][number]): Choice<string> {
  return { label, value: label, detail: summary.replaceAll("`", "") };
}

function ofFirst({ choices: { hosts } }: Subject): string {
  return hosts[0] ?? "example.org";
}

function one(key: string, placeholder: string, choices: (subject: Subject) => readonly Choice<string>[]) {
  return (subject: Subject): Step<Answers> => ({
    ask: async (state, place) => {
      const current = state[key];
      const question = { place, placeholder, choices: choices(subject), ...(current === undefined ? {} : { current }) };
      return mapAnswer(await pickOne(question), (value) => ({ ...state, [key]: value }));
    },
  });
}

function plain(key: string, placeholder: string, value: string): Step<Answers> {
  return {
    ask: async (state, place) =>
      mapAnswer(await askText({ place, placeholder, value: state[key] ?? value }), (typed) => ({
        ...state,
        [key]: typed.trim(),
      })),
  };
}

function text(
  { client, document }: Subject,
  key: string,
  kind: "host" | "url" | "newName",
  placeholder: string,
  value: string | ((state: Answers) => string),
): Step<Answers> {
  const problem = (typed: string): Promise<string | undefined> =>
    answerProblem(client, { kind, text: typed, uri: document.uri.toString() });
  return {
    ask: async (state, place) => {
      const question = { place, placeholder, value: state[key] ?? (typeof value === "string" ? value : value(state)), problem };
      return mapAnswer(await askText(question), (typed) => ({ ...state, [key]: typed.trim() }));
    },
  };
}

/** A name that is not there yet; `labels` proposes its beginning, by module. */
function name(subject: Subject, placeholder: string, labels: Readonly<Record<string, string>> | ""): Step<Answers> {
  const proposal = ({ module = "" }: Answers): string => {
    if (labels === "") return "";
    return `${labels[module] ?? module.replaceAll("_", "-")}.${ofFirst(subject)}`;
  };
  return text(subject, "name", "newName", placeholder, proposal);
}
