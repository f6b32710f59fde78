// Refactorings and upgrades over the wire.

import { afterEach, describe, expect, test } from "vitest";
import type { CodeAction } from "vscode-languageserver/node";
import { UPGRADE_REQUEST } from "../../server/src/protocol.ts";
import type { UpgradeParams, UpgradeReply } from "../../server/src/protocol.ts";
import { connectInMemory } from "../support/lsp.ts";
import type { ClientOptions, TestClient } from "../support/lsp.ts";

const FOLDER = "file:///srv/chat";
const MAIN = `${FOLDER}/prosody.cfg.lua`;
const NEW = `${FOLDER}/conf.d/a.example.cfg.lua`;
const TEXT = 'motd_text = "x"\nVirtualHost "a.example"\n  ssl = {}\n';

const MODERN: ClientOptions = {
  capabilities: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } } },
  folders: [FOLDER],
  initializationOptions: { readFile: true },
};

let client: TestClient;

afterEach(() => client.stop());

async function open(text: string, options: ClientOptions = MODERN, files: Readonly<Record<string, string>> = {}): Promise<void> {
  client = await connectInMemory({ ...options, files: new Map(Object.entries({ [MAIN]: text, ...files })) });
  await client.open(MAIN, text);
}

function actions(line: number, only?: readonly string[]): Promise<readonly CodeAction[]> {
  const position = { line, character: 3 };
  const context = { diagnostics: [], ...(only === undefined ? {} : { only }) };
  return client.connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri: MAIN },
    range: { start: position, end: position },
    context,
  });
}

const named = (all: readonly CodeAction[]): readonly string[] =>
  all.flatMap(({ kind, title }) => (kind?.startsWith("refactor") === true ? [`${kind}: ${title}`] : []));

describe("refactorings", () => {
  test("are told of, and offered where they fit", async () => {
    await open(TEXT);
    expect(client.initialized?.capabilities.codeActionProvider).toMatchObject({
      codeActionKinds: expect.arrayContaining(["refactor.move", "refactor.extract", "refactor.rewrite"]) as unknown,
    });
    expect(named(await actions(0))).toEqual(['refactor.move: Move `motd_text` to `VirtualHost "a.example"`']);
    expect(named(await actions(0, ["refactor.extract"]))).toEqual([]);
    expect(named(await actions(0, ["refactor"]))).toHaveLength(1);
    expect(named(await actions(0, ["quickfix"]))).toEqual([]);
    expect(named(await actions(1))).toEqual(['refactor.extract: Move `VirtualHost "a.example"` to conf.d/a.example.cfg.lua']);
  });

  test("one that makes a file", async () => {
    await open(TEXT);
    const [action] = await actions(1, ["refactor.extract"]);
    expect(action?.edit?.documentChanges).toEqual([
      { kind: "create", uri: NEW, options: { overwrite: false, ignoreIfExists: false } },
      {
        textDocument: { uri: NEW, version: null },
        edits: [
          {
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            newText: 'VirtualHost "a.example"\n  ssl = {}\n',
          },
        ],
      },
      {
        textDocument: { uri: MAIN, version: 1 },
        edits: [
          {
            range: { start: { line: 1, character: 0 }, end: { line: 3, character: 0 } },
            newText: 'Include "conf.d/a.example.cfg.lua"\n',
          },
        ],
      },
    ]);
  });

  test("no file is made where there is one, outside of a workspace, or by a client that makes none", async () => {
    await open(TEXT, MODERN, { [NEW]: "x = 1\n" });
    expect(named(await actions(1))).toEqual([]);
    await client.stop();
    await open(TEXT, { ...MODERN, folders: [] });
    expect(named(await actions(1))).toEqual([]);
    await client.stop();
    await open(TEXT, { ...MODERN, capabilities: { workspace: { workspaceEdit: { documentChanges: true } } } });
    expect(named(await actions(1))).toEqual([]);
  });
});

describe("an upgrade", () => {
  const upgrade = (params: Omit<UpgradeParams, "uri">): Promise<UpgradeReply> =>
    client.connection.sendRequest(UPGRADE_REQUEST, { uri: MAIN, ...params });

  test("comes as a document with links, and edits", async () => {
    await open('registration_whitelist = {}\nmodules_enabled = { "posix"; "tls" }\n');
    const reply = await upgrade({ from: "0.12", to: "13.0" });
    if (!reply.ok) throw new Error(reply.reason);
    expect(reply.from).toBe("0.12");
    expect(reply.text).toContain("# prosody.cfg.lua: from Prosody 0.12 to 13.0");
    expect(reply.links.map(({ uri, line }) => ({ uri, line }))).toContainEqual({ uri: MAIN, line: 1 });
    expect(reply.fixed).toMatchObject({
      count: 2,
      text: 'registration_allowlist = {}\nmodules_enabled = { "tls" }\n',
      version: 1,
    });
    expect(reply.fixed?.edits).toHaveLength(1);
  });

  test("to the same version says so", async () => {
    await open('modules_enabled = { "posix" }\n');
    const reply = await upgrade({ to: "13.0" });
    expect(reply).toMatchObject({ ok: true, from: "13.0" });
    expect(reply.ok && reply.text).toContain("there is nothing to compare");
    expect(reply.ok && reply.fixed).toBe(undefined);
  });

  test("of a file that is not open is refused", async () => {
    await open("");
    const reply = await client.connection.sendRequest<UpgradeReply>(UPGRADE_REQUEST, { uri: NEW, to: "trunk" });
    expect(reply.ok).toBe(false);
  });
});
