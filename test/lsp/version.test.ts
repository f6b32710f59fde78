// For which version of Prosody a document is checked, and why, as the editor hears it; and how a choice is written into the project's file.

import { afterEach, expect, test } from "vitest";
import { readKnowledge } from "../../scripts/knowledge.mjs";
import { VERSION_EDITS_REQUEST, VERSION_NOTIFICATION, VERSION_REQUEST } from "../../server/src/protocol.ts";
import type { VersionEditsReply, VersionReply } from "../../server/src/protocol.ts";
import type { Files } from "../../server/src/workspace/files.ts";
import { connectInMemory } from "../support/lsp.ts";
import type { ClientOptions, TestClient } from "../support/lsp.ts";

const FOLDER = "vscode-vfs://github/chat";
const MAIN = `${FOLDER}/prosody.cfg.lua`;
const CONFIG = 'modules_enabled = { "tls"; "limits"; "posix" }\nVirtualHost "a.example"\n';
const COMPOSE =
  "services:\n  chat:\n    image: prosodyim/prosody:0.12\n    volumes: ['./prosody.cfg.lua:/etc/prosody/prosody.cfg.lua']\n";

let client: TestClient;

afterEach(() => client.stop());

async function start(files: Readonly<Record<string, string>>, options: ClientOptions = {}): Promise<void> {
  client = await connectInMemory({
    folders: [FOLDER],
    files: new Map(Object.entries(files).map(([path, text]) => [`${FOLDER}/${path}`, text])),
    initializationOptions: { readFile: true, showVersion: true },
    ...options,
  });
}

const versionOf = (uri = MAIN): Promise<VersionReply> => client.connection.sendRequest<VersionReply>(VERSION_REQUEST, { uri });

test("by the image that a compose file gives the configuration to", async () => {
  await start({ "compose.yaml": COMPOSE });
  await client.open(MAIN, CONFIG);
  expect((await client.diagnostics(MAIN)).map(({ code }) => code)).toEqual(["autoloaded-module"]);
  expect(await versionOf()).toEqual({
    version: "0.12",
    because: "image",
    reason: "image prosodyim/prosody:0.12 in compose.yaml",
    address: `${FOLDER}/compose.yaml`,
  });
  const hover = await client.hover(MAIN, { line: 0, character: 3 });
  expect(JSON.stringify(hover?.contents)).toContain("Prosody 0.12 (image prosodyim/prosody:0.12 in compose.yaml)");
});

test("the client is told when it becomes another one while a compose file is edited", async () => {
  await start({ "compose.yaml": COMPOSE });
  const told: string[] = [];
  client.connection.onNotification(VERSION_NOTIFICATION, ({ uri }: { uri: string }) => {
    told.push(uri);
  });
  await client.open(MAIN, CONFIG);
  await client.diagnostics(MAIN);
  await client.open(`${FOLDER}/compose.yaml`, COMPOSE.replace("0.12", "13.0"), "yaml");
  await expect.poll(() => told.filter((uri) => uri === MAIN).length, { timeout: 5_000 }).toBe(2);
  expect(await versionOf()).toMatchObject({ version: "13.0", because: "image" });
  expect((await client.diagnostics(MAIN)).map(({ message }) => message)).toEqual([expect.not.stringContaining("Assuming")]);
});

test("assumed, chosen in the settings, and said by the project", async () => {
  await start({});
  await client.open(MAIN, CONFIG);
  expect(await versionOf()).toEqual({ version: "13.0", because: "assumed", reason: "assumed" });
  expect((await client.diagnostics(MAIN)).map(({ message }) => message)).toEqual([
    expect.stringContaining("(Assuming Prosody 13.0.)"),
  ]);
  await client.stop();
  await start({ "compose.yaml": COMPOSE }, { settings: { version: "13.0" } });
  await client.open(MAIN, CONFIG);
  expect(await versionOf()).toMatchObject({ version: "13.0", because: "setting", reason: "setting prosody.version" });
  await client.stop();
  await start({ ".prosody-config.json": '{ "version": "0.11" }' }, { settings: { version: "13.0" } });
  await client.open(MAIN, CONFIG);
  expect(await versionOf()).toMatchObject({
    version: "0.11",
    because: "project",
    reason: "from .prosody-config.json",
    project: `${FOLDER}/.prosody-config.json`,
  });
});

test.each([
  [true, "installed on this machine: /usr/lib/prosody/prosody.version"],
  [false, "assumed"],
])("of the server on this machine, only in a workspace that is trusted: %s", async (evaluate, reason) => {
  const texts: Readonly<Record<string, string>> = { "file:///usr/lib/prosody/prosody.version": "0.12.3\n" };
  const files: Files = {
    readFile: (address) => Promise.resolve(texts[address]),
    listFolder: () => Promise.resolve(undefined),
    findFiles: () => Promise.resolve([]),
  };
  const main = "file:///etc/prosody/prosody.cfg.lua";
  // A file that was opened alone.
  await start({}, { folders: [], initializationOptions: { evaluate }, host: { files, loadKnowledge: readKnowledge } });
  await client.open(main, CONFIG);
  expect((await versionOf(main)).reason).toBe(reason);
});

test("a choice is written into the project's file, unless that is broken", async () => {
  await start({});
  const ask = (text: string): Promise<VersionEditsReply> =>
    client.connection.sendRequest(VERSION_EDITS_REQUEST, { text, version: "0.12" });
  expect(await ask('{ "rules": ')).toEqual({ ok: false, reason: expect.stringContaining("no valid JSON") as string });
  expect(await ask("[]")).toMatchObject({ ok: false });
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } };
  expect(await ask("{}")).toEqual({ ok: true, edits: [{ range, newText: '{\n  "version": "0.12"\n}' }] });
});
