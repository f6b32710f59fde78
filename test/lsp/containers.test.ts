// Container forms as a client asks for them, over an in-memory pipe.

import { afterEach, beforeEach, expect, test } from "vitest";
import type { ContainerFileResult, DockerRunResult, FromCommandResult } from "../../server/src/protocol.ts";
import { connectInMemory } from "../support/lsp.ts";
import type { TestClient } from "../support/lsp.ts";

const CONFIG = "file:///srv/chat/prosody.cfg.lua";
const ENV = "file:///srv/chat/.env";
const SECRET = "hunter2-do-not-print";

let client: TestClient;

beforeEach(async () => {
  client = await connectInMemory({});
});
afterEach(() => client.stop());

test("wishes and preset reach the command; a file for Compose comes with its plain copy", async () => {
  await client.open(ENV, `PROSODY_VIRTUAL_HOSTS="example.com"\nPROSODY_SQL_PASSWORD='${SECRET}'\n`, "dotenv");
  const params = {
    uri: ENV,
    path: "./.env",
    preset: "production",
    name: "xmpp",
    memory: "1g",
    noPorts: true,
    shell: "cmd-file",
  };
  const result = await client.connection.sendRequest<DockerRunResult>("prosody/dockerRun", params);
  if (!result.ok) throw new Error(result.reason);
  expect(result.oneLine).toMatch(/--name xmpp .*--memory 1g /);
  expect(result.oneLine).toContain("--env-file ./.env ");
  expect(result.text.replaceAll(/ \^\r\n +/g, " ")).toBe(result.oneLine);
  expect(result.notes.map(({ id }) => id)).toContain("env-file-differs");
  expect(result.text).not.toMatch(/--publish/);
  expect(JSON.stringify([result.text, result.notes])).not.toContain(SECRET);
  const { command, ...copy } = result.literal ?? {};
  const text = `PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_SQL_PASSWORD=${SECRET}\n`;
  expect(copy).toEqual({ path: "./.docker.env", text, leftOut: [] });
  expect(command?.oneLine).toBe(result.oneLine.replace("./.env", "./.docker.env"));
  // What was said of the other file is not true of this one.
  expect(command?.notes).toEqual(result.notes.filter(({ id }) => id !== "env-file-differs"));
});

test("each form for a configuration", async () => {
  await client.open(CONFIG, 'VirtualHost "example.com"\nmodules_enabled = { "bosh" }\n');
  const forms = { compose: "services:", quadlet: "[Container]", kubernetes: "kind: Deployment" };
  for (const [form, sign] of Object.entries(forms)) {
    const params = { uri: CONFIG, path: "./prosody.cfg.lua", form };
    const result = await client.connection.sendRequest<ContainerFileResult>("prosody/containerFile", params);
    expect(result.ok ? result.text : result.reason).toContain(sign);
  }
  const closed = { uri: "file:///none.lua", path: "x", form: "compose" };
  expect(await client.connection.sendRequest("prosody/containerFile", closed)).toMatchObject({ ok: false });
});

test("a pasted command becomes a compose file and an env file", async () => {
  const ask = (text: string): Promise<FromCommandResult> =>
    client.connection.sendRequest<FromCommandResult>("prosody/fromCommand", { text, envPath: "prosody.env" });
  const result = await ask(`docker run -d -e PROSODY_SQL_PASSWORD=${SECRET} prosodyim/prosody:13.0`);
  if (!result.ok) throw new Error(result.reason);
  expect(result.compose).toContain("- prosody.env");
  expect(JSON.stringify([result.compose, result.notes])).not.toContain(SECRET);
  expect(result.env).toBe(`PROSODY_SQL_PASSWORD=${SECRET}\n`);
  expect(await ask("ls")).toMatchObject({ ok: false });
});
