// Files that describe containers, through the whole server: found by their text, checked, mended, and left alone when they are about
// something else.

import { afterEach, beforeEach, expect, test } from "vitest";
import { connectInMemory } from "../support/lsp.ts";
import type { TestClient } from "../support/lsp.ts";

let client: TestClient;

beforeEach(async () => {
  client = await connectInMemory();
});

afterEach(async () => {
  await client.stop();
});

const uri = "file:///w/compose.yaml";
const service = (level: string): string =>
  `services:\n  xmpp:\n    image: prosodyim/prosody:13.0\n    hostname: a.example\n    volumes: ['data:/var/lib/prosody']\n    environment:\n      PROSODY_LOGLEVEL: ${level}\n`;

test("a compose file is checked, mended and explained", async () => {
  await client.open(uri, service("warning"), "dockercompose");
  const [found, ...others] = await client.diagnostics(uri);
  expect(others).toEqual([]);
  expect(found?.code).toBe("wrong-value");
  if (found === undefined) return;
  const actions = await client.codeActions(uri, found);
  expect(actions.map(({ title }) => title)).toContain("Change to `warn`");
  expect(JSON.stringify(await client.hover(uri, { line: 6, character: 8 }))).toContain("PROSODY_LOGLEVEL");
  const list = await client.completion(uri, { line: 6, character: 24 });
  expect(list?.items.map(({ label }) => label)).toContain("debug");
});

test("what was said is taken back when the file is about something else", async () => {
  await client.open(uri, service("warning"), "yaml");
  expect(await client.diagnostics(uri)).toHaveLength(1);
  const version = await client.change(uri, "services: {}\n");
  expect(await client.diagnostics(uri, version)).toEqual([]);
});

test("other files of these kinds get no answer", async () => {
  const other = "file:///w/other.yaml";
  await client.open(other, "kind: Pod\n", "yaml");
  await client.open(uri, service("info"), "dockercompose");
  expect(await client.diagnostics(uri)).toEqual([]);
  expect(await client.hover(other, { line: 0, character: 1 })).toBeNull();
  expect(await client.symbols(other)).toEqual([]);
});

const UNIT =
  "[Container]\nImage=prosodyim/prosody:13.0\nHostName=a.b\nVolume=data:/var/lib/prosody\nEnvironment=PROSODY_LOGLEVEL=warning\n";
const RUN = "```sh\ndocker run -h a.b -v data:/var/lib/prosody -e PROSODY_LOGLEVEL=warning prosodyim/prosody:13.0\n```\n";

test.each([
  ["Dockerfile", "dockerfile", "FROM prosodyim/prosody:13.0\nENV PROSODY_LOGLEVEL=warning\n"],
  ["xmpp.container", "plaintext", UNIT],
  ["README.md", "markdown", RUN],
])("%s", async (name, language, text) => {
  await client.open(`file:///w/${name}`, text, language);
  const diagnostics = await client.diagnostics(`file:///w/${name}`);
  expect(diagnostics.map(({ code }) => code)).toEqual(["wrong-value"]);
});
