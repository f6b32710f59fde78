// Own modules and options in a workspace: declared in prosody-schema.json or found in mod_NAME.lua, through the client's files or the
// server's own.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { diskFiles } from "../../server/src/disk/diskFiles.ts";
import { connectInMemory } from "../support/lsp.ts";
import type { ClientOptions, TestClient } from "../support/lsp.ts";

const FOLDER = "vscode-vfs://github/chat";
const CONFIG = `${FOLDER}/part.cfg.lua`;
const DECLARED = `${FOLDER}/prosody-schema.json`;
const MODULE = `${FOLDER}/modules/mod_greeter.lua`;

const USES_GREETER = 'modules_enabled = { "greeter" }\ngreeting = 5\n';
const declaration = (type: string): string => JSON.stringify({ modules: { greeter: { options: { greeting: { type } } } } });

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

const codes = (diagnostics: readonly { readonly code?: unknown }[]): readonly unknown[] => diagnostics.map(({ code }) => code);
const has =
  (...wanted: readonly string[]) =>
  (diagnostics: readonly { readonly code?: unknown }[]): boolean =>
    JSON.stringify([...codes(diagnostics)].sort()) === JSON.stringify([...wanted].sort());

test("without a declaration the module is unknown", async () => {
  await connect({});
  await client.open(CONFIG, USES_GREETER);
  expect(codes(await client.diagnostics(CONFIG))).toContain("unknown-module");
});

test("the first answer knows what is declared", async () => {
  await connect({ [DECLARED]: declaration("boolean") });
  await client.open(CONFIG, USES_GREETER);
  expect(codes(await client.diagnostics(CONFIG))).toEqual(["wrong-type"]);
});

test("the first answer knows what a module reads", async () => {
  await connect({ [MODULE]: 'local greeting = module:get_option_boolean("greeting", true)' });
  await client.open(CONFIG, USES_GREETER);
  expect(codes(await client.diagnostics(CONFIG))).toEqual(["wrong-type"]);
  const hover = await client.hover(CONFIG, { line: 1, character: 2 });
  expect(hover?.contents).toMatchObject({ value: expect.stringMatching(/`greeting`[^]*`true`[^]*mod_greeter\.lua/) as string });
});

test("what is declared counts more than what was found", async () => {
  await connect({ [MODULE]: 'module:get_option_boolean("greeting")', [DECLARED]: declaration("number") });
  await client.open(CONFIG, USES_GREETER);
  expect(codes(await client.diagnostics(CONFIG))).toEqual([]);
});

test("changes on disk are followed, coming and going", async () => {
  await connect({});
  await client.open(CONFIG, USES_GREETER);
  await client.diagnosticsWhere(CONFIG, (found) => codes(found).includes("unknown-module"));
  await client.changeOnDisk(DECLARED, declaration("boolean"));
  await client.diagnosticsWhere(CONFIG, has("wrong-type"));
  await client.changeOnDisk(DECLARED, declaration("number"));
  await client.diagnosticsWhere(CONFIG, has());
  await client.changeOnDisk(DECLARED);
  await client.diagnosticsWhere(CONFIG, (found) => codes(found).includes("unknown-module"));
});

test("mistakes in the declaration are shown in it, and go with them", async () => {
  await connect({ [DECLARED]: '{\n  "options": { "greeting": { "type": "strng" } }\n}' });
  await client.open(CONFIG, "admins = {}\n");
  const [problem] = await client.diagnostics(DECLARED);
  expect(problem).toMatchObject({
    code: "schema-file",
    severity: 1,
    source: "prosody",
    range: { start: { line: 1, character: 37 }, end: { line: 1, character: 44 } },
  });
  await client.changeOnDisk(DECLARED, "{}");
  await client.diagnosticsWhere(DECLARED, has());
});

test("the setting names other files", async () => {
  await connect(
    { [`${FOLDER}/conf/own.json`]: declaration("boolean") },
    { settings: { schema: { files: ["./conf/own.json"] } } },
  );
  await client.open(CONFIG, USES_GREETER);
  expect(codes(await client.diagnostics(CONFIG))).toEqual(["wrong-type"]);
  client.options.settings = { schema: { files: [] } };
  await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  await client.diagnosticsWhere(CONFIG, (found) => codes(found).includes("unknown-module"));
});

test("a folder's modules count in that folder alone", async () => {
  const other = "vscode-vfs://github/other";
  await connect({ [DECLARED]: declaration("number") }, { folders: [FOLDER, other] });
  await client.open(`${other}/part.cfg.lua`, USES_GREETER);
  expect(codes(await client.diagnostics(`${other}/part.cfg.lua`))).toContain("unknown-module");
});

describe("without the client's help", () => {
  function folderOf(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(tmpdir(), "prosody own-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return pathToFileURL(folder).href;
  }

  test("the server reads the files itself", async () => {
    const folder = folderOf({
      "prosody-schema.json": JSON.stringify({ modules: { declared: {} } }),
      "modules/mod_found/mod_found.lua": 'module:get_option_string("found_word")',
      "node_modules/x/mod_hidden.lua": "",
    });
    await connect({}, { folders: [folder], initializationOptions: {}, host: { files: diskFiles } });
    await client.open(`${folder}/part.cfg.lua`, 'modules_enabled = { "declared", "found", "hidden" }\nfound_word = {}\n');
    expect(codes(await client.diagnostics(`${folder}/part.cfg.lua`))).toEqual(["unknown-module", "wrong-type"]);
  });

  test("a server that can read nothing works as before", async () => {
    await connect({ [DECLARED]: declaration("number") }, { initializationOptions: {} });
    await client.open(CONFIG, USES_GREETER);
    expect(codes(await client.diagnostics(CONFIG))).toContain("unknown-module");
  });
});

test("a finding leads to a web page or to its rule, whatever a declaration says", async () => {
  const link = "command:workbench.action.terminal.sendSequence?x";
  const option = (name: string, more: object): string => JSON.stringify({ options: { [name]: { type: "boolean", ...more } } });
  await connect({ [DECLARED]: option("greeting", { link: "https://example.org/greeting" }) });
  await client.open(CONFIG, "greeting = 5\n");
  const hrefs = async (code: string): Promise<readonly unknown[]> =>
    (await client.diagnosticsWhere(CONFIG, has(code))).map(({ codeDescription }) => codeDescription?.href);
  expect(await hrefs("wrong-type")).toEqual(["https://example.org/greeting"]);
  await client.changeOnDisk(DECLARED, option("greeting", { link }));
  for (const href of await hrefs("unknown-option")) expect(String(href)).not.toMatch(/command|prosody-schema/);
  await client.changeOnDisk(DECLARED, option("greeting", {}));
  for (const href of await hrefs("wrong-type")) expect(String(href)).not.toMatch(/prosody-schema/);
});
