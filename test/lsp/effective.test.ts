// Effective configurations over the wire: the shipped server in a process of its own, with real files.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EffectiveReply } from "../../server/src/protocol.ts";
import { builtDist } from "../support/dist.ts";
import { spawnServer } from "../support/lsp.ts";
import type { TestClient } from "../support/lsp.ts";

const FILES = {
  "prosody.cfg.lua": 'admins = { "a@example.com" }\nallow_registration = ENV_OPEN == "1"\nInclude "conf.d/*.cfg.lua"\n',
  "conf.d/chat.cfg.lua": 'VirtualHost "Chat.example.com"\n\tallow_registration = true\n\tturn_external_secret = "hunter2"\n',
  ".env": "OPEN=1\n",
  "refused.env": "PROSODY_VIRTUAL_HOSTS=x.example\nOPEN IT=1\n",
  "docker/compose.yaml": [
    "services:",
    "  db: { image: postgres }",
    "  prosody:",
    "    env_file:",
    "      - path: raw.env",
    "        format: raw",
    "      - ../more.env",
    "    environment:",
    "      OPEN: 1",
    "      GONE:",
    "",
  ].join("\n"),
  "docker/raw.env": 'OPEN=0\nQUOTED="q"\nFIRST=raw\nGONE=1\n',
  "more.env": 'FIRST="more"\n',
  "service/prosody.cfg.lua":
    'allow_registration = ENV_OPEN == "1"\nname = ENV_FIRST\nadmins = { ENV_QUOTED }\nuse_libevent = ENV_GONE ~= nil\n',
};

let dist = "";
let folder = "";
let client: TestClient;

const uriOf = (path: string): string => pathToFileURL(join(folder, "work", path)).href;
const effective = (path: string, envFile?: string): Promise<EffectiveReply> =>
  client.connection.sendRequest("prosody/effective", {
    uri: uriOf(path),
    ...(envFile === undefined ? {} : { envFile: uriOf(envFile) }),
  });

async function start(evaluate: boolean): Promise<void> {
  const options = { folders: [uriOf("").replace(/\/$/, "")], initializationOptions: { evaluate } };
  client = spawnServer([join(dist, "server.cjs"), "--stdio"], options).client;
  await client.start();
}

beforeAll(async () => {
  dist = await builtDist();
  folder = mkdtempSync(join(tmpdir(), "prosody-config-effective-"));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, "work", path)), { recursive: true });
    writeFileSync(join(folder, "work", path), text);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("says that the tool refuses the env file", async () => {
  await start(true);
  const said = /Prosody cannot load it: docker and Compose refuse this env file, so that nothing starts.* -- refused\.env:2/;
  for (const reply of [await effective("prosody.cfg.lua", "refused.env"), await effective("refused.env")]) {
    if (!reply.ok) throw new Error(reply.reason);
    expect(reply.text).toMatch(said);
  }
  await client.stop();
});

test("shows each host with the line that sets each option, without secrets", async () => {
  await start(true);
  const reply = await effective("conf.d/chat.cfg.lua");
  if (!reply.ok) throw new Error(reply.reason);
  expect(reply.entry).toBe(uriOf("prosody.cfg.lua"));
  expect(reply.text).toMatch(
    /VirtualHost "chat\.example\.com" {2}-- conf\.d\/chat\.cfg\.lua:1\n {4}allow_registration = true {2}-- conf\.d\/chat\.cfg\.lua:2/,
  );
  expect(reply.text).toContain("allow_registration = false  -- prosody.cfg.lua:2");
  expect(reply.text).not.toContain("hunter2");
  expect(reply.text).toMatch(/-- by default: .*c2s_ports = \{ 5222 \}/);
  expect(reply.links).toContainEqual(expect.objectContaining({ uri: uriOf("conf.d/chat.cfg.lua"), line: 1 }) as unknown);
  await client.stop();
});

test("takes the environment from an env file, and open documents as they are", async () => {
  await start(true);
  const given = await effective("prosody.cfg.lua", ".env");
  expect(given.ok && given.text).toContain("allow_registration = true  -- prosody.cfg.lua:2");
  await client.open(uriOf("prosody.cfg.lua"), 'storage = "sql"\n');
  const edited = await effective("prosody.cfg.lua");
  expect(edited.ok && edited.text).toContain('storage = "sql"  -- prosody.cfg.lua:1');
  await client.change(uriOf("prosody.cfg.lua"), "while true do end\n");
  const endless = await effective("prosody.cfg.lua");
  expect(endless.ok && endless.text).toContain("Prosody cannot load it");
  await client.stop();
});

test("takes the environment from a service of a compose file", async () => {
  await start(true);
  const file = uriOf("docker/compose.yaml");
  expect(await client.connection.sendRequest("prosody/composeServices", { uri: file })).toEqual({ services: ["db", "prosody"] });
  const ask = (name: string): Promise<EffectiveReply> =>
    client.connection.sendRequest("prosody/effective", { uri: uriOf("service/prosody.cfg.lua"), service: { file, name } });
  const given = await ask("prosody");
  if (!given.ok) throw new Error(given.reason);
  expect(given.text).toContain("Evaluated with the variables of service prosody in docker/compose.yaml.");
  for (const line of ["allow_registration = true", 'name = "more"', 'admins = { "\\"q\\"" }', "use_libevent = false"]) {
    expect(given.text).toContain(`    ${line}  --`);
  }
  const other = await ask("db");
  expect(other.ok && other.text).toContain("allow_registration = false");
  await client.stop();
});

test("hover says what an option amounts to", async () => {
  await start(true);
  await client.open(uriOf("conf.d/chat.cfg.lua"), FILES["conf.d/chat.cfg.lua"]);
  await effective("conf.d/chat.cfg.lua");
  const hover = await client.hover(uriOf("conf.d/chat.cfg.lua"), { line: 1, character: 4 });
  expect(JSON.stringify(hover?.contents)).toContain("Effective on `chat.example.com`: `true`, set in conf.d/chat.cfg.lua:2.");
  await client.stop();
});

test("evaluates nothing in a workspace that is not trusted, until it is", async () => {
  await start(false);
  expect(await effective("prosody.cfg.lua")).toMatchObject({ ok: false });
  await client.connection.sendNotification("prosody/trust");
  expect(await effective("prosody.cfg.lua")).toMatchObject({ ok: true });
  await client.stop();
});

test("an env file is shown as the official image would take it", async () => {
  await start(true);
  await client.open(uriOf("chat.env"), "PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_ADMINS=a@example.com\n", "dotenv");
  const reply = await effective("chat.env");
  if (!reply.ok) throw new Error(reply.reason);
  expect(reply.text).toContain("In the official image, without a configuration of its own.");
  expect(reply.text).toContain('VirtualHost "example.com"  -- chat.env:1');
  expect(reply.text).toContain('admins = { "a@example.com" }  -- chat.env:2');
  await client.stop();
});

test("for comparing, the saved files and other versions can be asked for, without places", async () => {
  await start(true);
  await client.open(uriOf("prosody.cfg.lua"), 'storage = "sql"\n');
  const ask = (more: object): Promise<EffectiveReply> =>
    client.connection.sendRequest("prosody/effective", { uri: uriOf("prosody.cfg.lua"), plain: true, ...more });
  const saved = await ask({ saved: true });
  expect(saved.ok && saved.text).toContain('    admins = { "a@example.com" }\n');
  expect(saved.ok && saved.links).toEqual([]);
  const old = await ask({ version: "0.12" });
  expect(old.ok && old.text).toContain("What Prosody 0.12 makes of prosody.cfg.lua");
  await client.stop();
});
