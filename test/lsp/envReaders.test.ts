// Env files in a workspace whose other files tell which tool reads them, and rewriting them for another tool.

import { afterEach, expect, test } from "vitest";
import { CodeActionKind } from "vscode-languageserver/node";
import type { CodeAction } from "vscode-languageserver/node";
import { connectInMemory } from "../support/lsp.ts";
import type { TestClient } from "../support/lsp.ts";
import { filesOf } from "../support/memoryFiles.ts";

const FOLDER = "file:///srv/chat";
const ENV = `${FOLDER}/prosody.env`;
const COMPOSE = `${FOLDER}/compose.yaml`;
const TEXT = 'PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_LOGLEVEL="info"\n';
const READS_IT = "services:\n  prosody:\n    image: prosodyim/prosody:13.0\n    env_file: prosody.env\n";

let client: TestClient;
let searches = 0;

async function connect(files: Readonly<Record<string, string>>, settings?: unknown): Promise<void> {
  searches = 0;
  client = await connectInMemory({
    folders: [FOLDER],
    settings,
    host: {
      files: filesOf(new Map(Object.entries(files)), (what) => {
        if (what.includes("compose*")) searches++;
      }),
    },
  });
}

afterEach(() => client.stop());

const codes = async (version?: number): Promise<readonly unknown[]> =>
  (await client.diagnostics(ENV, version)).map(({ code }) => code);

test("a compose file decides, and is not looked for at every keystroke", async () => {
  await connect({ [COMPOSE]: READS_IT });
  await client.open(ENV, TEXT, "dotenv");
  expect(await codes()).toEqual([]);
  for (const version of [2, 3, 4]) {
    await client.change(ENV, `${TEXT}# ${version}\n`);
    expect(await codes(version)).toEqual([]);
  }
  expect(searches).toBeLessThan(3);
  const hover = await client.hover(ENV, { line: 1, character: 20 });
  expect(JSON.stringify(hover)).toContain("`compose.yaml` reads it for the service `prosody`.");
});

test("a compose file that is opened at the same moment decides, as it is being edited", async () => {
  await connect({ [COMPOSE]: "services: {}\n" });
  await Promise.all([client.open(ENV, TEXT, "dotenv"), client.open(COMPOSE, READS_IT, "dockercompose")]);
  const hover = await client.hover(ENV, { line: 1, character: 20 });
  expect(JSON.stringify(hover)).toContain("`compose.yaml` reads it for the service `prosody`.");
});

test("without it, quotes are told", async () => {
  await connect({ [COMPOSE]: "services: {}\n" });
  await client.open(ENV, TEXT, "dotenv");
  expect(await codes()).toEqual(["quoted-value"]);
});

test("the setting goes before it", async () => {
  await connect({ [COMPOSE]: READS_IT }, { env: { dialect: "docker" } });
  await client.open(ENV, TEXT, "dotenv");
  expect(await codes()).toEqual(["quoted-value"]);
});

test("rewriting the file", async () => {
  await connect({ [COMPOSE]: READS_IT });
  await client.open(ENV, TEXT, "dotenv");
  await client.diagnostics(ENV);
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const ask = (only?: string[]): Promise<readonly CodeAction[]> =>
    client.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri: ENV },
      range,
      context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
    });
  const [action] = await ask([CodeActionKind.RefactorRewrite]);
  expect(action?.title).toBe("Write the file so that every tool reads the same");
  expect(JSON.stringify(action?.edit)).toContain("PROSODY_LOGLEVEL=info");
  expect((await ask([CodeActionKind.QuickFix])).map(({ title }) => title)).not.toContain(action?.title);
});
