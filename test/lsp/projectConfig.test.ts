// .prosody-config.json in a workspace: what it changes, how it meets the user's settings, and what is said of mistakes in it.

import { afterEach, expect, test } from "vitest";
import { connectInMemory } from "../support/lsp.ts";
import type { ClientOptions, TestClient } from "../support/lsp.ts";

const FOLDER = "vscode-vfs://github/chat";
const SHARED = `${FOLDER}/.prosody-config.json`;
const CONFIG = `${FOLDER}/srv/part.cfg.lua`;

let client: TestClient;

async function connect(files: Readonly<Record<string, string>>, options: ClientOptions = {}): Promise<void> {
  client = await connectInMemory({
    folders: [FOLDER],
    files: new Map(Object.entries(files)),
    initializationOptions: { readFile: true },
    ...options,
  });
}

afterEach(() => client.stop());

async function found(text: string, uri = CONFIG): Promise<readonly (readonly [unknown, unknown])[]> {
  await client.open(uri, text);
  return (await client.diagnostics(uri)).map(({ code, severity }) => [code, severity]);
}

test("the nearest one up to the workspace folder counts", async () => {
  await connect({
    "vscode-vfs://github/.prosody-config.json": '{ "rules": { "unknown-option": "error" } }',
    [SHARED]: '{ "rules": { "unknown-option": "hint" } }',
    [`${FOLDER}/other/.prosody-config.json`]: "{}",
  });
  expect(await found("xyz_own = 1\n")).toEqual([["unknown-option", 4]]);
  expect(await found("xyz_own = 1\n", `${FOLDER}/other/part.cfg.lua`)).toEqual([["unknown-option", 3]]);
});

test("the user has the last word on a rule, and the project on its version", async () => {
  await connect(
    { [SHARED]: '{ "version": "0.11", "rules": { "unknown-option": "off", "option-not-yet": "hint" } }' },
    { settings: { version: "13.0", rules: { "option-not-yet": "error" } } },
  );
  expect(await found("xyz_own = 1\nc2s_direct_tls_ports = { 5223 }\n")).toEqual([["option-not-yet", 1]]);
});

test("its declarations start at its own folder", async () => {
  await connect({
    [`${FOLDER}/srv/.prosody-config.json`]: '{ "schema": ["own.json"] }',
    [`${FOLDER}/srv/own.json`]: '{ "options": { "xyz_own": { "type": "boolean" } } }',
  });
  expect(await found("xyz_own = 5\n")).toEqual([["wrong-type", expect.anything()]]);
});

test("what it ignores is not checked, but explained", async () => {
  await connect({ [SHARED]: '{ "ignore": ["srv/**"] }' });
  expect(await found("admins = {{\n")).toEqual([]);
  expect(await client.hover(CONFIG, { line: 0, character: 2 })).not.toBeNull();
  expect(
    await client.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri: CONFIG },
      range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
      context: { diagnostics: [] },
    }),
  ).toEqual([]);
});

test("changes are followed, and mistakes are shown in it", async () => {
  await connect({ [SHARED]: '{\n  "rules": { "unknown-optoin": "off" }\n}' });
  expect(await found("xyz_own = 1\n")).toEqual([["unknown-option", 3]]);
  expect(await client.diagnostics(SHARED)).toMatchObject([
    {
      code: "config-file",
      severity: 1,
      message: "There is no rule `unknown-optoin`. Did you mean `unknown-option`?",
      range: { start: { line: 1, character: 13 }, end: { line: 1, character: 29 } },
    },
  ]);
  await client.changeOnDisk(SHARED, '{ "rules": { "unknown-option": "off" } }');
  await client.diagnosticsWhere(SHARED, (diagnostics) => diagnostics.length === 0);
  await client.diagnosticsWhere(CONFIG, (diagnostics) => diagnostics.length === 0);
  await client.changeOnDisk(SHARED);
  await client.diagnosticsWhere(CONFIG, (diagnostics) => diagnostics.length === 1);
});

test("it is read once, and not again while one types", async () => {
  const asked: string[] = [];
  await connect({ [SHARED]: "{}" });
  client.connection.onRequest("prosody/readFile", ({ uri }: { uri: string }) => {
    asked.push(uri);
    return uri === SHARED ? { text: "{}" } : null;
  });
  await found("admins = {}\n");
  const before = asked.length;
  expect(asked).toContain(SHARED);
  for (const text of ["admins = { }\n", "admins = {  }\n"]) await client.diagnostics(CONFIG, await client.change(CONFIG, text));
  expect(asked).toHaveLength(before);
});

test("a folder may be all that its machine has", async () => {
  const root = "vscode-vfs://mount";
  await connect({}, { folders: [root] });
  expect(await found("allow_registraton = true\n", `${root}/prosody.cfg.lua`)).toContainEqual(["unknown-option", 2]);
});
