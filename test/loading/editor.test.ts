// The same in an editor: told after a while of quiet, in trusted workspaces alone.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { builtDist } from "../support/dist.ts";
import { spawnServer } from "../support/lsp.ts";
import type { TestClient } from "../support/lsp.ts";

const TEXT = 'VirtualHost "chat.example.com"\nComponnent "rooms.example.com" "muc"\n';

async function open(evaluate: boolean): Promise<{ readonly client: TestClient; readonly uri: string }> {
  const folder = mkdtempSync(join(tmpdir(), "prosody-config-loading-"));
  const path = join(folder, "prosody.cfg.lua");
  writeFileSync(path, TEXT);
  const options = { folders: [pathToFileURL(folder).href], initializationOptions: { evaluate } };
  const { client } = spawnServer([join(await builtDist(), "server.cjs"), "--stdio"], options);
  onTestFinished(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  await client.start();
  const uri = pathToFileURL(path).href;
  await client.open(uri, TEXT);
  return { client, uri };
}

const isRefusal = ({ code }: { readonly code?: unknown }): boolean => code === "does-not-load";

test("a refusal is told after a while, can be mended, and goes with the text", async () => {
  const { client, uri } = await open(true);
  const found = await client.diagnosticsWhere(uri, (all) => all.some(isRefusal));
  const refusal = found.find(isRefusal);
  if (refusal === undefined) throw new Error("it is not told");
  expect(refusal.range.start.line).toBe(1);
  const titles = (await client.codeActions(uri, refusal)).map(({ title }) => title);
  expect(titles).toContain("Change to `Component` (unsafe)");
  await client.change(uri, TEXT.replace("Componnent", "Component"));
  expect((await client.diagnosticsWhere(uri, (all) => !all.some(isRefusal))).filter(isRefusal)).toEqual([]);
});

test("nothing is evaluated in a workspace that is not trusted", async () => {
  const { client, uri } = await open(false);
  await client.quiet(2_000);
  expect((await client.diagnostics(uri)).filter(isRefusal)).toEqual([]);
});
