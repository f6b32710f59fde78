// The server as other editors start it: the shipped bundles in a process of their own, over real stdio.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { builtDist } from "../support/dist.ts";
import { spawnServer } from "../support/lsp.ts";

const URI = "file:///etc/prosody/prosody.cfg.lua";

let dist = "";

beforeAll(async () => {
  dist = await builtDist();
});

const start = (command: string): ReturnType<typeof spawnServer> => {
  const [script = "", ...rest] = command.split(" ");
  return spawnServer([join(dist, script), ...rest]);
};

describe.each([["server.cjs --stdio"], ["cli.cjs lsp --stdio"]])("%s", (command) => {
  test("answers, checks, and ends when told", async () => {
    const { client, ended } = start(command);
    await client.start();
    expect(client.initialized?.serverInfo).toEqual({
      name: "prosody-config",
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
    });
    await client.open(URI, 'c2s_requre_encryption = true\nstorage = "sql"\n');
    expect((await client.diagnostics(URI)).map((diagnostic) => diagnostic.code)).toEqual(["unknown-option"]);
    const version = await client.change(URI, "xyz_own = 1\n");
    const [link] = (await client.diagnostics(URI, version)).map(({ codeDescription }) => codeDescription?.href ?? "");
    expect(readFileSync(new URL(link ?? ""), "utf8")).toMatch(/^# unknown-option\n/);
    await client.change(URI, 'c2s_requre_encryption = true\nstorage = "sql"\n');
    const hover = await client.hover(URI, { line: 1, character: 2 });
    expect(JSON.stringify(hover?.contents)).toContain("storage");
    const list = await client.completion(URI, { line: 1, character: 11 });
    expect(list?.items.map((item) => item.label)).toContain("internal");
    await client.stop();
    expect(await ended).toBe(0);
  });

  test("ends when the editor is gone", async () => {
    const { child, client, ended } = start(command);
    await client.start();
    child.stdin?.end();
    expect(await ended).not.toBeNull();
  });
});
