// The requests of our own: whatever they are asked with, each answers in the form of its own answers. And what is published: only what is
// new, and not more than an editor can list.

import { afterEach, expect, test } from "vitest";
import { REQUESTS } from "../../server/src/lsp/requests.ts";
import { connectInMemory } from "../support/lsp.ts";
import type { TestClient } from "../support/lsp.ts";

const FOLDER = "file:///srv/chat";
const MAIN = `${FOLDER}/prosody.cfg.lua`;

let client: TestClient;

afterEach(() => client.stop());

const NONSENSE: readonly unknown[] = [{}, null, 5, { uri: 5 }, { uri: null, kind: "nonsense", to: 7 }];

test.each(Object.entries(REQUESTS))("%s answers nonsense, and says in the log why", async (method, { failed }) => {
  client = await connectInMemory({ folders: [FOLDER] });
  for (const params of NONSENSE) expect(await client.connection.sendRequest(method, params)).toEqual(failed);
  expect(client.logged).toHaveLength(NONSENSE.length);
  expect(client.logged[0]).toContain(`${method} failed`);
});

test("a file is published again when something else is said of it, not because another one changes", async () => {
  client = await connectInMemory({ folders: [FOLDER], files: new Map(), initializationOptions: { readFile: true } });
  const other = `${FOLDER}/other.cfg.lua`;
  await client.open(MAIN, 'Include "other.cfg.lua"\nVirtualHost "a.example"\n');
  await client.open(other, 'modules_enabled = { "tls" }\n');
  await client.diagnostics(other);
  await client.quiet(1_000);
  const before = client.publishedFor(MAIN);
  for (const text of ['modules_enabled = { "tls" }\n\n', 'modules_enabled = { "tls" }\n\n\n']) {
    await client.diagnostics(other, await client.change(other, text));
    await client.quiet(1_000);
  }
  expect(client.publishedFor(MAIN)).toBe(before);
  await client.change(other, "admins = {}\n");
  await client.quiet(1_000);
  expect(client.publishedFor(MAIN), "the modules are gone").toBeGreaterThan(before);
});

test("a list that is cut says so in its last entry", async () => {
  client = await connectInMemory({});
  await client.open(MAIN, 'unknown_option_of_nobody = "x"\n'.repeat(700));
  const diagnostics = await client.diagnostics(MAIN);
  expect(diagnostics).toHaveLength(500);
  expect(diagnostics.at(-1)).toMatchObject({ code: "too-many-findings", severity: expect.any(Number) as number });
  expect(diagnostics.slice(0, -1).map(({ code }) => code)).not.toContain("too-many-findings");
});
