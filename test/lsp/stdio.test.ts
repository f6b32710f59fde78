// The server as other editors start it: the shipped bundles in a process of their own, over real stdio.

import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { StreamMessageReader, StreamMessageWriter, createProtocolConnection } from "vscode-languageserver/node";
import { builtDist } from "../support/dist.ts";
import { TestClient } from "../support/lsp.ts";

const URI = "file:///etc/prosody/prosody.cfg.lua";

let dist = "";

beforeAll(async () => {
  dist = await builtDist();
});

function start(words: readonly string[]): { process: ChildProcessWithoutNullStreams; client: TestClient } {
  const [script = "", ...rest] = words;
  const process_ = spawn(process.execPath, [join(dist, script), ...rest]);
  const connection = createProtocolConnection(new StreamMessageReader(process_.stdout), new StreamMessageWriter(process_.stdin));
  return { process: process_, client: new TestClient(connection) };
}

const ended = (child: ChildProcessWithoutNullStreams): Promise<number | null> =>
  new Promise((resolve) => {
    child.once("exit", resolve);
  });

describe.each([["server.cjs --stdio"], ["cli.cjs lsp --stdio"]])("%s", (command) => {
  test("answers, checks, and ends when told", async () => {
    const { process: child, client } = start(command.split(" "));
    const exit = ended(child);
    await client.start();
    expect(client.initialized?.serverInfo).toEqual({
      name: "prosody-config",
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
    });
    await client.open(URI, 'c2s_requre_encryption = true\nstorage = "sql"\n');
    expect((await client.diagnostics(URI)).map((diagnostic) => diagnostic.code)).toEqual(["unknown-option"]);
    const hover = await client.hover(URI, { line: 1, character: 2 });
    expect(JSON.stringify(hover?.contents)).toContain("storage");
    const list = await client.completion(URI, { line: 1, character: 11 });
    expect(list?.items.map((item) => item.label)).toContain("internal");
    await client.stop();
    expect(await exit).toBe(0);
  });

  test("ends when the editor is gone", async () => {
    const { process: child, client } = start(command.split(" "));
    const exit = ended(child);
    await client.start();
    child.stdin.end();
    expect(await exit).not.toBeNull();
  });
});
