// Commands of the client that the server offers at places and for findings, as actions and as lenses; and the requests behind them.

import { afterEach, expect, test } from "vitest";
import type { CodeAction, CodeLens } from "vscode-languageserver/node";
import type { AdministrationParams, AdministrationReply } from "../../server/src/protocol.ts";
import { connectInMemory } from "../support/lsp.ts";
import type { ClientOptions, TestClient } from "../support/lsp.ts";

const CONFIG = "file:///srv/chat/prosody.cfg.lua";
const ENV = "file:///srv/chat/prosody.env";
const COMPOSE = "file:///srv/chat/compose.yaml";
const SCRIPT = "file:///srv/chat/run.sh";
const TEXT =
  'modules_enabled = { "roster"; "turn_external"; "muc" }\n\nVirtualHost "a.example"\n\nComponent "b.a.example" "pubsub"\n';
const SERVICES =
  "services:\n  web:\n    image: nginx\n  chat:\n    image: prosodyim/prosody:13.0\n  old:\n    image: prosodyim/prosody:0.12\n    container_name: xmpp\n";

let client: TestClient;

async function opened(uri: string, text: string, language: string, options: ClientOptions = {}): Promise<void> {
  client = await connectInMemory({ initializationOptions: { commands: true }, ...options });
  await client.open(uri, text, language);
}

afterEach(() => client.stop());

/** Commands with their arguments, by title. */
async function started(uri: string, line: number, only?: readonly string[], character = 0): Promise<Record<string, unknown>> {
  const position = { line, character };
  const actions = await client.connection.sendRequest<readonly CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
  });
  return Object.fromEntries(
    actions.flatMap(({ title, command }): readonly (readonly [string, readonly unknown[]])[] => {
      const given: readonly unknown[] = command?.arguments ?? [];
      return command === undefined ? [] : [[title, [command.command, ...given]]];
    }),
  );
}

async function lenses(uri: string): Promise<readonly string[]> {
  const found = await client.connection.sendRequest<readonly CodeLens[]>("textDocument/codeLens", { textDocument: { uri } });
  return found.map(({ range, command }) => `${range.start.line} ${command?.title ?? ""}`);
}

test("a host offers what can be added to it, and knows where", async () => {
  await opened(CONFIG, TEXT, "prosody");
  expect(await started(CONFIG, 2, ["refactor"])).toEqual({
    "Add Component to a.example…": ["prosody.addComponent", { uri: CONFIG, host: "a.example" }],
    "Enable Module for a.example…": ["prosody.enableModule", { uri: CONFIG, host: "a.example" }],
  });
  expect(await started(CONFIG, 4, ["refactor.add"])).toEqual({
    "Enable Module for b.a.example…": ["prosody.enableModule", { uri: CONFIG, host: "b.a.example" }],
  });
  expect(await started(CONFIG, 0, ["refactor"])).toEqual({
    "Enable Module…": ["prosody.enableModule", { uri: CONFIG, host: "*" }],
  });
  expect(await started(CONFIG, 3)).toEqual({});
  expect(await started(CONFIG, 2, ["refactor.extract"])).toEqual({});
  expect(await started(CONFIG, 2, ["source"])).toEqual({});
  expect(await lenses(CONFIG)).toEqual(["2 Add Component…", "2 Enable Module…"]);
});

test("an empty configuration offers a new one", async () => {
  await opened(CONFIG, "\n", "prosody");
  expect(await started(CONFIG, 0)).toEqual({ "New Server Configuration…": ["prosody.newServer", { uri: CONFIG }] });
  expect(await lenses(CONFIG)).toEqual([]);
});

test("a finding offers the command that cures it", async () => {
  await opened(CONFIG, TEXT, "prosody");
  const turn = TEXT.indexOf('"turn_external"') + 3;
  expect(await started(CONFIG, 0, ["quickfix"], turn)).toMatchObject({ "Set Up TURN…": ["prosody.setUpTurn", { uri: CONFIG }] });
  const muc = TEXT.indexOf('"muc"') + 2;
  expect(await started(CONFIG, 0, ["quickfix"], muc)).toMatchObject({
    "Add a Component of `muc`…": ["prosody.addComponent", { uri: CONFIG, module: "muc" }],
  });
});

test("what a host cannot do without is asked for", async () => {
  const text = 'modules_enabled = { "roster" }\nVirtualHost "a.example"\n\tmodules_enabled = { "http_files" }\n';
  await opened(CONFIG, text, "prosody");
  expect(await started(CONFIG, 2, ["quickfix"], 24)).toMatchObject({
    "Set what `http_files` needs…": ["prosody.enableModule", { uri: CONFIG, host: "a.example", module: "http_files" }],
  });
});

test("settings of the image offer what they can become, others nothing", async () => {
  await opened(ENV, "PROSODY_ADMINS=a@example.org\nOTHER=1\n", "dotenv");
  expect(Object.values(await started(ENV, 0, ["refactor.add"]))).toEqual([
    ["prosody.convertToConfig"],
    ["prosody.generateDockerRun"],
    ["prosody.generateCompose"],
  ]);
  expect(await started(ENV, 1, ["refactor.add"])).toEqual({});
  expect(await lenses(ENV)).toEqual([]);
});

test("a service that runs Prosody offers what can be done with its container, others nothing", async () => {
  await opened(COMPOSE, SERVICES, "dockercompose");
  expect(await started(COMPOSE, 4)).toMatchObject({
    "Administer Container…": ["prosody.administerContainer", { service: "chat" }],
  });
  expect(await started(COMPOSE, 2)).toEqual({});
  expect(await lenses(COMPOSE)).toEqual(["3 Administer Container…", "5 Administer Container…"]);
});

test("a docker run line offers to become a compose file", async () => {
  await opened(SCRIPT, "#!/bin/sh\ndocker run -d prosodyim/prosody:13.0\n", "shellscript");
  expect(await started(SCRIPT, 1)).toMatchObject({ "Convert docker run Line to Compose": ["prosody.convertDockerRun"] });
  expect(await lenses(SCRIPT)).toEqual([]);
});

test("a setting switches the lenses off, and clients without the commands are offered none", async () => {
  await opened(CONFIG, TEXT, "prosody", { settings: { codeLens: false } });
  expect(await lenses(CONFIG)).toEqual([]);
  await client.stop();
  await opened(CONFIG, TEXT, "prosody", { initializationOptions: {} });
  expect([await lenses(CONFIG), await started(CONFIG, 2)]).toEqual([[], {}]);
});

test("a file with many hosts has no lenses in the way", async () => {
  await opened(CONFIG, Array.from({ length: 21 }, (_, i) => `VirtualHost "h${i}.example"\n`).join(""), "prosody");
  expect(await lenses(CONFIG)).toEqual([]);
});

test("commands for running containers fit what the file describes", async () => {
  await opened(COMPOSE, SERVICES, "dockercompose");
  const ask = (more: Partial<AdministrationParams>): Promise<AdministrationReply> =>
    client.connection.sendRequest("prosody/administration", { uri: COMPOSE, engine: "docker", shell: "sh", ...more });
  const { containers, commands } = await ask({ account: "a@example.org" });
  expect(containers).toEqual([
    { kind: "service", name: "chat" },
    { kind: "container", name: "xmpp" },
  ]);
  const text = (reply: AdministrationReply["commands"], task: string): string | undefined =>
    reply.find((one) => one.task === task)?.text;
  expect(text(commands, "check")).toBe("docker compose exec chat prosodyctl check config");
  expect(text(commands, "addAccount")).toBe("docker compose exec chat prosodyctl adduser a@example.org");
  const own = (await ask({ engine: "podman", container: { kind: "container", name: "xmpp" } })).commands;
  expect(text(own, "console")).toBe("podman exec -it xmpp prosodyctl shell");
  expect(text(own, "reload")).toBe("podman exec xmpp prosodyctl shell config reload");
  expect(text(own, "log")).toBe("podman logs --follow xmpp");
});

test("a port for two is refused, with words", async () => {
  await opened(COMPOSE, SERVICES, "dockercompose");
  const reply = await client.connection.sendRequest("prosody/fromCommand", {
    text: "docker run -p 80:5280 -p 80:5281 prosodyim/prosody:13.0",
    envPath: "prosody.env",
  });
  expect(reply).toMatchObject({ ok: false, reason: expect.stringContaining("Port 80") as unknown });
});
