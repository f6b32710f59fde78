// What the server offers to do about a finding: its fixes, all of a rule, all of a file, silence, and the rule's page.

import { afterEach, describe, expect, test } from "vitest";
import type { CodeAction, Diagnostic, TextEdit, WorkspaceEdit } from "vscode-languageserver/node";
import { LineIndex } from "../../server/src/core/text/lineIndex.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { connectInMemory } from "../support/lsp.ts";
import type { ClientOptions, TestClient } from "../support/lsp.ts";

const CONFIG = "file:///etc/prosody/prosody.cfg.lua";
const ENV = "file:///srv/chat/.env";

/** What an editor of today can do. */
const MODERN: ClientOptions = {
  capabilities: { workspace: { configuration: true, workspaceEdit: { documentChanges: true } } },
  initializationOptions: { showRule: true, ruleAddress: "prosody-rule:/" },
};

let client: TestClient;

async function connect(options: ClientOptions = {}): Promise<void> {
  client = await connectInMemory(options);
}

afterEach(() => client.stop());

async function open(uri: string, text: string): Promise<readonly Diagnostic[]> {
  await client.open(uri, text, uri === ENV ? "dotenv" : "prosody");
  return client.diagnostics(uri);
}

async function actionsAt(uri: string, code: string, only?: readonly string[]): Promise<readonly CodeAction[]> {
  const diagnostic = (await client.diagnostics(uri)).find((one) => one.code === code);
  if (diagnostic === undefined) throw new Error(`there is no ${code}`);
  return client.connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri },
    range: diagnostic.range,
    context: { diagnostics: [diagnostic], ...(only === undefined ? {} : { only }) },
  });
}

function editsOf(edit: WorkspaceEdit | undefined, uri: string): readonly TextEdit[] {
  const versioned = edit?.documentChanges?.flatMap((change) =>
    "edits" in change && change.textDocument.uri === uri ? (change.edits as TextEdit[]) : [],
  );
  return versioned ?? edit?.changes?.[uri] ?? [];
}

/** The text after an action. */
function after(text: string, uri: string, action: CodeAction | undefined): string | undefined {
  const lines = new LineIndex(text);
  const at = ({ line, character }: { line: number; character: number }): number => lines.offset({ line, column: character });
  const edits = editsOf(action?.edit, uri).map(({ range, newText }) => ({
    span: { start: at(range.start), end: at(range.end) },
    newText,
  }));
  return applyEdits(text, edits);
}

const titled = (actions: readonly CodeAction[], title: string): CodeAction | undefined =>
  actions.find((one) => one.title === title);

describe("the order", () => {
  test("fixes, all of the rule, silence, the page", async () => {
    await connect(MODERN);
    await open(CONFIG, "c2s_tcp_keepalivs = true\ns2s_tcp_keepalivs = true\n");
    const actions = await actionsAt(CONFIG, "unknown-option");
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred ?? false])).toEqual([
      ["Change to `c2s_tcp_keepalives`", true],
      ["Fix all: unknown-option in this file", false],
      ["Silence unknown-option on this line", false],
      ["Silence unknown-option in this file", false],
      ["Explain unknown-option", false],
    ]);
    expect(actions.at(-1)?.command).toMatchObject({ command: "prosody.showRule", arguments: ["unknown-option"] });
    expect(new Set(actions.map(({ kind }) => kind))).toEqual(new Set(["quickfix"]));
  });

  test("a client that cannot show a page is not offered one", async () => {
    await connect();
    await open(CONFIG, "c2s_tcp_keepalivs = true\n");
    expect((await actionsAt(CONFIG, "unknown-option")).map(({ title }) => title)).not.toContain("Explain unknown-option");
  });
});

describe("edits", () => {
  test("carry the version of the document where the client takes it", async () => {
    await connect(MODERN);
    await open(CONFIG, "c2s_tcp_keepalivs = true\n");
    const [action] = await actionsAt(CONFIG, "unknown-option");
    expect(action?.edit).toEqual({
      documentChanges: [
        {
          textDocument: { uri: CONFIG, version: 1 },
          edits: [
            { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 17 } }, newText: "c2s_tcp_keepalives" },
          ],
        },
      ],
    });
  });

  test("of all findings of a rule leave the rest of the text alone", async () => {
    await connect(MODERN);
    const text = "c2s_tcp_keepalivs = true\n-- between\ns2s_tcp_keepalivs = true\nport = 5\n";
    await open(CONFIG, text);
    const all = titled(await actionsAt(CONFIG, "unknown-option"), "Fix all: unknown-option in this file");
    expect(after(text, CONFIG, all)).toBe("c2s_tcp_keepalives = true\n-- between\ns2s_tcp_keepalives = true\nport = 5\n");
    expect(editsOf(all?.edit, CONFIG).map(({ newText }) => newText)).toEqual(["e", "e"]);
  });
});

describe("source.fixAll", () => {
  const TEXT = 'c2s_tcp_keepalivs = true\nmodules_enabled = { "roster", "roster" }\n';
  const FIXED = 'c2s_tcp_keepalives = true\nmodules_enabled = { "roster" }\n';

  test.each([["source.fixAll.prosody"], ["source.fixAll"], ["source"]])("is answered for %s", async (kind) => {
    await connect(MODERN);
    await open(CONFIG, TEXT);
    const actions = await actionsAt(CONFIG, "unknown-option", [kind]);
    expect(actions.map((one) => one.kind)).toEqual(["source.fixAll.prosody"]);
    expect(after(TEXT, CONFIG, actions[0])).toBe(FIXED);
  });

  test("is not answered unless asked for, and is announced", async () => {
    await connect(MODERN);
    await open(CONFIG, TEXT);
    for (const only of [undefined, ["quickfix"]])
      expect((await actionsAt(CONFIG, "unknown-option", only)).map(({ kind }) => kind)).not.toContain("source.fixAll.prosody");
    expect(await actionsAt(CONFIG, "unknown-option", ["source.organizeImports"])).toEqual([]);
    expect(client.initialized?.capabilities.codeActionProvider).toMatchObject({
      codeActionKinds: expect.arrayContaining(["quickfix", "source.fixAll.prosody"]) as string[],
    });
  });

  test("has nothing to say where nothing is safe", async () => {
    await connect(MODERN);
    await open(CONFIG, "xyz_own = 1\n");
    expect(await actionsAt(CONFIG, "unknown-option", ["source.fixAll"])).toEqual([]);
  });
});

describe("silence", () => {
  async function silenced(uri: string, code: string, text: string, where: string): Promise<string | undefined> {
    await connect();
    await open(uri, text);
    return after(text, uri, titled(await actionsAt(uri, code), `Silence ${code} ${where}`));
  }

  test("on a line of Lua, with its indentation", async () => {
    expect(await silenced(CONFIG, "unknown-option", 'VirtualHost "a.example"\r\n\txyz_own = 1\r\n', "on this line")).toBe(
      'VirtualHost "a.example"\r\n\t-- prosody-ignore-next-line unknown-option\r\n\txyz_own = 1\r\n',
    );
  });

  test("on a line of an env file", async () => {
    expect(await silenced(ENV, "unknown-variable", "PROSODY_LOG_LEVEL=info\n", "on this line")).toBe(
      "# prosody-ignore-next-line unknown-variable\nPROSODY_LOG_LEVEL=info\n",
    );
  });

  test("in the file", async () => {
    expect(await silenced(CONFIG, "unknown-option", "xyz_own = 1\n", "in this file")).toBe(
      "-- prosody-ignore-file unknown-option\nxyz_own = 1\n",
    );
  });

  test("what a parser says cannot be silenced", async () => {
    await connect();
    await open(CONFIG, "admins = {\n");
    expect(
      (await actionsAt(CONFIG, "syntax/unclosed")).map(({ title }) => title).filter((one) => one.includes("Silence")),
    ).toEqual([]);
  });
});

test("a finding links to the page of its subject, or to that of its rule", async () => {
  await connect(MODERN);
  const [unknown] = await open(CONFIG, "xyz_own = 1\n");
  expect(unknown?.codeDescription?.href).toBe("prosody-rule:/unknown-option.md");
  await client.open(ENV, "PROSODY_LOG_LEVEL=info\n", "dotenv");
  const [variable] = await client.diagnostics(ENV);
  expect(variable?.codeDescription?.href).toMatch(/^(?:prosody-rule:\/unknown-variable\.md|https:\/\/prosody\.im\/)/);
});

test("a fix that needs another file changes it there, with its version where it is open", async () => {
  const main = "file:///srv/chat/prosody.cfg.lua";
  const host = "file:///srv/chat/conf.d/host.cfg.lua";
  const mainText = 'admins = {}\nInclude "conf.d/*.cfg.lua"\n';
  const hostText = 'VirtualHost "a.example"\nlog = "a.log"\n';
  await connect({
    ...MODERN,
    folders: ["file:///srv/chat"],
    files: new Map([
      [main, mainText],
      [host, hostText],
    ]),
    initializationOptions: { readFile: true },
  });
  await open(host, hostText);
  const changesIn = (action: CodeAction | undefined): readonly unknown[] =>
    action?.edit?.documentChanges?.map((change) => ("textDocument" in change ? change.textDocument : undefined)) ?? [];
  const closed = (await actionsAt(host, "global-option-in-host")).find((action) => changesIn(action).length > 1);
  expect(changesIn(closed)).toEqual([
    { uri: host, version: 1 },
    { uri: main, version: null },
  ]);
  expect(closed?.title).toMatch(/ \(unsafe\)$/);
  expect(closed?.isPreferred).toBeUndefined();
  expect(after(mainText, main, closed)).toContain('log = "a.log"');
  await client.open(main, mainText);
  await client.diagnostics(main);
  const opened = (await actionsAt(host, "global-option-in-host")).find((action) => changesIn(action).length > 1);
  expect(changesIn(opened)).toContainEqual({ uri: main, version: 1 });
});
