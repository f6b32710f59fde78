// The server as a client meets it, over an in-memory pipe.

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connectInMemory } from "../support/lsp.ts";
import type { ClientOptions, TestClient } from "../support/lsp.ts";

const CONFIG = "file:///etc/prosody/prosody.cfg.lua";
const ENV = "file:///srv/chat/.env";

let client: TestClient;

async function connect(options: ClientOptions = {}): Promise<void> {
  client = await connectInMemory(options);
}

beforeEach(() => connect());
afterEach(() => client.stop());

const codes = async (uri: string, version?: number): Promise<readonly unknown[]> =>
  (await client.diagnostics(uri, version)).map((diagnostic) => diagnostic.code);

describe("diagnostics", () => {
  test("come when a file opens, with code, source and place", async () => {
    await client.open(CONFIG, "c2s_requre_encryption = true\n");
    const [diagnostic] = await client.diagnostics(CONFIG);
    expect(diagnostic).toMatchObject({
      code: "unknown-option",
      source: "prosody",
      severity: 2,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 21 } },
    });
  });

  test("follow the text, and a half-typed line does not silence the rest", async () => {
    await client.open(CONFIG, "c2s_requre_encryption = true\n");
    await client.diagnostics(CONFIG, 1);
    const version = await client.change(CONFIG, "storage = \nc2s_requre_encryption = true\n");
    expect(await codes(CONFIG, version)).toContain("unknown-option");
  });

  test("go when the file closes", async () => {
    await client.open(CONFIG, "c2s_requre_encryption = true\n");
    await client.diagnostics(CONFIG, 1);
    await client.close(CONFIG);
    expect(await client.diagnosticsWhere(CONFIG, (diagnostics) => diagnostics.length === 0)).toEqual([]);
  });

  test("come for env files whatever their language, and only about Prosody", async () => {
    await client.open(ENV, "PROSODY_LOG_LEVEL=info\nFOO='bar\n", "plaintext");
    expect(await codes(ENV)).toContain("unknown-variable");
    await client.open("file:///srv/web/.env", "FOO='bar\nA B=1\n", "dotenv");
    expect(await codes("file:///srv/web/.env")).toEqual([]);
  });

  test("never come for files that are none of ours", async () => {
    await client.open("file:///x/init.lua", "c2s_requre_encryption = true\n", "lua");
    await client.open(CONFIG, "admins = {}\n");
    await client.diagnostics(CONFIG);
    expect(await client.hover("file:///x/init.lua", { line: 0, character: 3 })).toBeNull();
  });

  test("follow the settings, asked per file", async () => {
    await client.open(CONFIG, "c2s_requre_encryption = true\n");
    await client.diagnostics(CONFIG, 1);
    client.options.settings = { rules: { "unknown-option": "off" } };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    expect(await client.diagnosticsWhere(CONFIG, (diagnostics) => diagnostics.length === 0)).toEqual([]);
  });

  test("lose only the rule's setting that is wrong", async () => {
    client.options.settings = { rules: { "unknown-option": "off", "wrong-type": "loud" } };
    await client.open(CONFIG, "c2s_requre_encryption = true\nallow_registration = 5\n");
    expect(await codes(CONFIG)).toEqual(["wrong-type"]);
  });

  test("survive wrong settings", async () => {
    client.options.settings = { version: "99", rules: "all", env: null, docker: { engine: 7 } };
    await client.open(CONFIG, "c2s_requre_encryption = true\n");
    expect(await codes(CONFIG)).toEqual(["unknown-option"]);
  });

  test("have right columns after letters outside the basic plane", async () => {
    await client.open(CONFIG, 'admins = { "💥@example.com" }; c2s_requre_encryption = true\n');
    const [diagnostic] = await client.diagnostics(CONFIG);
    expect(diagnostic?.range.start).toEqual({ line: 0, character: 31 });
  });
});

describe("the rest", () => {
  test("hover explains an option", async () => {
    await client.open(CONFIG, "modules_enabled = {}\n");
    const hover = await client.hover(CONFIG, { line: 0, character: 4 });
    expect(hover?.contents).toMatchObject({ kind: "markdown", value: expect.stringContaining("`modules_enabled`") as string });
  });

  test("completion offers options, and documentation when asked", async () => {
    await client.open(CONFIG, "allow_reg");
    const list = await client.completion(CONFIG, { line: 0, character: 9 });
    const item = list?.items.find((candidate) => candidate.label === "allow_registration");
    expect(item).toBeDefined();
    if (item === undefined) return;
    expect(item.documentation).toBeUndefined();
    expect((await client.resolve(item)).documentation).toMatchObject({ kind: "markdown" });
  });

  test("a client without snippets gets plain text", async () => {
    await client.stop();
    await connect({ capabilities: {} });
    await client.open(CONFIG, "allow_reg");
    const list = await client.completion(CONFIG, { line: 0, character: 9 });
    const item = list?.items.find((candidate) => candidate.label === "allow_registration");
    expect(item?.textEdit).toMatchObject({ newText: "allow_registration = true" });
  });

  test("a quick fix repairs the text", async () => {
    await client.open(CONFIG, "c2s_tcp_keepalivs = true\n");
    const [diagnostic] = await client.diagnostics(CONFIG);
    if (diagnostic === undefined) throw new Error("no diagnostic");
    const [action] = await client.codeActions(CONFIG, diagnostic);
    expect(action).toMatchObject({ kind: "quickfix", isPreferred: true });
    expect(action?.edit?.changes?.[CONFIG]).toEqual([{ range: diagnostic.range, newText: "c2s_tcp_keepalives" }]);
  });

  test("the outline has hosts with their options", async () => {
    await client.open(CONFIG, 'admins = {}\nVirtualHost "example.com"\n  enabled = true\n');
    const symbols = await client.symbols(CONFIG);
    expect(symbols.map((symbol) => [symbol.name, symbol.children?.map((child) => child.name)])).toEqual([
      ["admins", []],
      ["example.com", ["enabled"]],
    ]);
  });

  test("docker run is made for an env file, without any value on the line", async () => {
    await client.open(ENV, "PROSODY_VIRTUAL_HOSTS=example.com\nPROSODY_TURN_SECRET=hunter2\n", "dotenv");
    const result = await client.connection.sendRequest<{ ok: boolean; text: string }>("prosody/dockerRun", {
      uri: ENV,
      path: "./.env",
    });
    expect(result.ok).toBe(true);
    expect(result.text).toContain("--env-file ./.env");
    expect(result.text).not.toContain("hunter2");
  });

  test("no request fails on any place of a damaged text", async () => {
    const text = 'log = { { to = "file", levels = {\nVirtualHost "x" {\n💥 = "\n';
    await client.open(CONFIG, text);
    for (let line = 0; line < 5; line++) {
      for (const character of [0, 1, 5, 12, 40, 9999]) {
        await client.hover(CONFIG, { line, character });
        await client.completion(CONFIG, { line, character });
      }
    }
    await client.symbols(CONFIG);
    expect(client.logged.filter((message) => message.includes("failed"))).toEqual([]);
  });

  test.each([
    ["an empty file", "", []],
    ["a byte-order mark", "\ufeffadmins = {}\n", ["syntax/byte-order-mark"]],
    ["CRLF", "admins = {}\r\nc2s_requre_encryption = true\r\n", ["unknown-option"]],
    ["bytes that are no UTF-8", 'admins = { "\ufffd\ufffd@example.com" }\n', []],
    ["5,000 nested braces", `x = ${"{".repeat(5000)}`, ["syntax/too-deep"]],
    ["a binary file", "\u007fELF\0\0\u0001", ["syntax/not-text"]],
    ["10 MB of braces", "{".repeat(10_000_000), ["syntax/too-deep"]],
  ] as const)("%s gets a clear finding or none", async (_, text, expected) => {
    await client.open(CONFIG, text);
    expect(await codes(CONFIG)).toEqual(expected);
    await client.hover(CONFIG, { line: 0, character: 1 });
    await client.completion(CONFIG, { line: 0, character: 1 });
    expect(client.logged.filter((message) => message.includes("failed"))).toEqual([]);
  });

  test("a request for a file that has gone is answered", async () => {
    expect(await client.hover("file:///gone.cfg.lua", { line: 0, character: 0 })).toBeNull();
    expect(await client.completion("file:///gone.cfg.lua", { line: 0, character: 0 })).toBeNull();
  });
});
