// "Prosody: Add VirtualHost", "Add Component" and the like: a question or two, then one edit of the configuration in front of the user.

import * as vscode from "vscode";
import { CHOICES_REQUEST, SCAFFOLD_REQUEST } from "../../../server/src/protocol.ts";
import type { AddArguments, ChoicesReply, ScaffoldParams, ScaffoldReply } from "../../../server/src/protocol.ts";
import { isConfig } from "../documents.ts";
import type { StartedClient } from "../start.ts";
import { walk } from "../ui/multiStep.ts";
import type { Step } from "../ui/multiStep.ts";
import { addArguments } from "./addArguments.ts";
import { FIRST_LABEL, name, named, ofFirst, one, plain, text, whereStep } from "./additionSteps.ts";
import type { Answers, Subject } from "./additionSteps.ts";
import { applyAddition } from "./applyScaffold.ts";
import { needSteps, optionsOf } from "./needSteps.ts";

type Addition = Extract<ScaffoldParams, { readonly kind: "addition" }>["addition"];

interface Command {
  readonly id: string;
  readonly title: string;
  readonly steps: (subject: Subject) => readonly Step<Answers>[];
  readonly addition: (answers: Answers, choices: ChoicesReply) => Addition;
}

export function registerAdditions(client: StartedClient): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands().map((command) =>
      vscode.commands.registerCommand(command.id, (given?: unknown) => run(command, client, addArguments(given))),
    ),
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
        one(subject, "module", t("What kind of component?"), subject.choices.components.map(named)),
        name(subject, t("The domain of the component"), FIRST_LABEL),
        ...needSteps(subject, subject.choices.components),
      ],
      addition: (answers, { components: choices }) => {
        const { name: given = "", module = "" } = answers;
        return { kind: "component", name: given, module, options: optionsOf(answers, choices) };
      },
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
        one(subject, "module", t("Which module?"), subject.choices.modules.map(named)),
        whereStep(subject),
        ...needSteps(subject, subject.choices.modules),
      ],
      addition: (answers, { modules: choices }) => {
        const { module = "", host = "*" } = answers;
        return { kind: "module", name: module, host, options: optionsOf(answers, choices) };
      },
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
        one(subject, "driver", t("Which database?"), [
          { label: "PostgreSQL", value: "PostgreSQL" },
          { label: "MySQL", value: "MySQL", detail: t("MySQL or MariaDB") },
          { label: "SQLite", value: "SQLite3", detail: t("One file, no server") },
        ]),
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

async function run(command: Command, client: StartedClient, given: AddArguments): Promise<void> {
  const document = await subjectOf(given);
  if (document === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Open a prosody.cfg.lua first: that is what is added to. A new one is made by “New Server Configuration”."),
    );
    return;
  }
  const uri = document.uri.toString();
  const running = await client();
  const choices = await running.sendRequest<ChoicesReply>(CHOICES_REQUEST, { uri });
  const { host, module } = given;
  const start = { ...(host === undefined ? {} : { host }), ...(module === undefined ? {} : { module }) };
  const answers = await walk<Answers>(command.title, start, command.steps({ client, document, choices, given }));
  if (answers === undefined) return;
  const params: ScaffoldParams = { kind: "addition", uri, addition: command.addition(answers, choices) };
  const make = (): Promise<ScaffoldReply> => running.sendRequest<ScaffoldReply>(SCAFFOLD_REQUEST, params);
  let made = await make();
  // Somebody may go on typing: it is made again for the text as it is then.
  for (let attempt = 0; attempt < 3 && made.ok && made.version !== document.version; attempt += 1) made = await make();
  if (!made.ok) {
    await refused(made, given);
    return;
  }
  if (made.version !== undefined && made.version !== document.version)
    void vscode.window.showWarningMessage(vscode.l10n.t("The file has changed meanwhile. Nothing was done; try again."));
  else await applyAddition(document, made);
}

async function subjectOf({ uri }: AddArguments): Promise<vscode.TextDocument | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  const document = uri === undefined ? active : await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  return document !== undefined && isConfig(document) ? document : undefined;
}

/** Says why not, and offers what would do. */
async function refused({ reason, offer }: Extract<ScaffoldReply, { readonly ok: false }>, { uri }: AddArguments): Promise<void> {
  const { t } = vscode.l10n;
  const place: AddArguments = uri === undefined ? {} : { uri };
  const other = {
    component: { title: t("Add Component…"), command: "prosody.addComponent" },
    module: { title: t("Enable That Module…"), command: "prosody.enableModule" },
    externalComponent: { title: t("Add External Component…"), command: "prosody.addExternalComponent" },
  };
  const chosen = offer === undefined ? undefined : other[offer.kind];
  const answer = await vscode.window.showErrorMessage(reason, ...(chosen === undefined ? [] : [chosen.title]));
  if (chosen === undefined || offer === undefined || answer !== chosen.title) return;
  const module = offer.kind === "component" ? offer.module : offer.kind === "module" ? offer.name : undefined;
  await vscode.commands.executeCommand(chosen.command, { ...place, ...(module === undefined ? {} : { module }) });
}
