// Includes over the wire: links from the including file, a lens above the included one.

import { afterEach, describe, expect, test } from "vitest";
import type { CodeLens, DocumentLink } from "vscode-languageserver/node";
import { connectInMemory } from "../support/lsp.ts";
import type { ClientOptions, TestClient } from "../support/lsp.ts";
import { memoryFiles } from "../support/memoryFiles.ts";

const FOLDER = "file:///srv/chat";
const MAIN = `${FOLDER}/prosody.cfg.lua`;
const FRAGMENT = `${FOLDER}/conf.d/host.cfg.lua`;
const OTHER = `${FOLDER}/conf.d/other.cfg.lua`;

let client: TestClient;
let asked: string[] = [];

async function connect(files: Readonly<Record<string, string>>, options: ClientOptions = {}): Promise<void> {
  client = await connectInMemory({
    folders: [FOLDER],
    files: new Map(Object.entries(files)),
    initializationOptions: { readFile: true },
    ...options,
  });
}

/** The same through files of the server's process, so that one sees what is asked for. */
async function connectCounting(files: Readonly<Record<string, string>>): Promise<void> {
  asked = [];
  await connect(files, {
    initializationOptions: {},
    host: {
      files: memoryFiles(
        (uri) => client.options.files?.get(uri) ?? files[uri],
        () => Object.keys(files),
        (what) => asked.push(what),
      ),
    },
  });
}

afterEach(() => client.stop());

const links = (uri: string): Promise<readonly DocumentLink[]> =>
  client.connection.sendRequest("textDocument/documentLink", { textDocument: { uri } });
const lenses = (uri: string): Promise<readonly CodeLens[]> =>
  client.connection.sendRequest("textDocument/codeLens", { textDocument: { uri } });
const titles = async (uri: string): Promise<readonly unknown[]> => (await lenses(uri)).map(({ command }) => command?.title);

describe("links", () => {
  test("lead to the file", async () => {
    await connect({ [FRAGMENT]: "" });
    await client.open(MAIN, 'admins = {}\nInclude "conf.d/host.cfg.lua"\n');
    expect(await links(MAIN)).toEqual([
      {
        range: { start: { line: 1, character: 9 }, end: { line: 1, character: 28 } },
        target: FRAGMENT,
        tooltip: "conf.d/host.cfg.lua",
      },
    ]);
  });

  test("not to what is missing or outside of the workspace", async () => {
    await connect({ "file:///srv/secret.cfg.lua": "" });
    await client.open(MAIN, 'Include "gone.cfg.lua"\nInclude "../secret.cfg.lua"\nInclude "../*.cfg.lua"\n');
    expect(await links(MAIN)).toEqual([]);
  });

  test("to the one file of a wildcard, as long as it is the only one", async () => {
    await connect({ [FRAGMENT]: "", [`${FOLDER}/conf.d/.hidden.cfg.lua`]: "", [`${FOLDER}/conf.d/below/x.cfg.lua`]: "" });
    await client.open(MAIN, 'Include "conf.d/*.cfg.lua"\n');
    expect((await links(MAIN)).map(({ target }) => target)).toEqual([FRAGMENT]);
    await client.changeOnDisk(OTHER, "");
    expect(await links(MAIN)).toEqual([]);
    await client.changeOnDisk(FRAGMENT);
    expect((await links(MAIN)).map(({ target }) => target)).toEqual([OTHER]);
  });

  test("none in other files", async () => {
    await connect({});
    await client.open(`${FOLDER}/.env`, "A=1\n", "dotenv");
    expect(await links(`${FOLDER}/.env`)).toEqual([]);
    expect(await lenses(`${FOLDER}/.env`)).toEqual([]);
  });
});

describe("lenses", () => {
  test("tell who includes the file", async () => {
    await connect({ [MAIN]: 'VirtualHost "x.example"\n\nInclude "conf.d/*.cfg.lua"\n', [FRAGMENT]: "" });
    await client.open(FRAGMENT, "admins = {}\n");
    expect(await lenses(FRAGMENT)).toEqual([
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        command: {
          title: "Included from prosody.cfg.lua:3, in the global section",
          command: "prosody.openPlace",
          arguments: [MAIN, 2],
        },
      },
    ]);
  });

  test("none where nobody does, or only some runs do, or the file itself", async () => {
    await connect({ [MAIN]: 'if ENV_X then Include "conf.d/host.cfg.lua" end\n', [OTHER]: 'Include "../x.cfg.lua"\n' });
    await client.open(FRAGMENT, 'Include "host.cfg.lua"\n');
    expect(await lenses(FRAGMENT)).toEqual([]);
  });

  test("follow the other file, in the editor and on the disk", async () => {
    await connect({ [MAIN]: "", [FRAGMENT]: "" });
    await client.open(FRAGMENT, "");
    expect(await titles(FRAGMENT)).toEqual([]);
    await client.changeOnDisk(MAIN, 'Include "conf.d/host.cfg.lua"\n');
    expect(await titles(FRAGMENT)).toEqual(["Included from prosody.cfg.lua:1, in the global section"]);
    await client.open(MAIN, '\nInclude "conf.d/host.cfg.lua"\n');
    expect(await titles(FRAGMENT)).toEqual(["Included from prosody.cfg.lua:2, in the global section"]);
    await client.change(MAIN, "\n");
    expect(await titles(FRAGMENT)).toEqual([]);
    await client.close(MAIN);
    expect(await titles(FRAGMENT)).toEqual(["Included from prosody.cfg.lua:1, in the global section"]);
  });

  test("addresses that are written differently are one", async () => {
    const folder = "file:///srv/ch%61t";
    await connect({ [MAIN]: 'Include "conf.d/*.cfg.lua"\n' });
    await client.open(`${folder}/conf.d/h%6Fst.cfg.lua`, "");
    expect(await titles(`${folder}/conf.d/h%6Fst.cfg.lua`)).toHaveLength(1);
  });

  test("a file that was opened alone, or is too large, says nothing", async () => {
    await connect({ [MAIN]: `Include "conf.d/host.cfg.lua"\n${"-- x\n".repeat(250_000)}` });
    await client.open(FRAGMENT, "");
    expect(await lenses(FRAGMENT)).toEqual([]);
    await client.open("file:///elsewhere/host.cfg.lua", "");
    expect(await lenses("file:///elsewhere/host.cfg.lua")).toEqual([]);
  });
});

describe("files on the disk", () => {
  test("are read once, and not again while one types", async () => {
    await connectCounting({ [MAIN]: 'Include "conf.d/*.cfg.lua"\n', [OTHER]: "" });
    await client.open(FRAGMENT, "");
    await client.change(FRAGMENT, "admins = {}\n");
    await client.diagnostics(FRAGMENT, 2);
    const ofGraph = (): readonly string[] => asked.filter((what) => what.includes(".cfg.lua"));
    expect(await titles(FRAGMENT)).toHaveLength(1);
    const before = ofGraph().length;
    expect([...ofGraph()].sort()).toEqual([OTHER, MAIN, `${FOLDER} **/*.cfg.lua`].sort());
    await client.change(FRAGMENT, "admins = { }\n");
    expect(await titles(FRAGMENT)).toHaveLength(1);
    expect(ofGraph()).toHaveLength(before);
    await client.changeOnDisk(MAIN, "");
    expect(await titles(FRAGMENT)).toHaveLength(0);
  });
});
