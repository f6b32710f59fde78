// Requests behind the commands that write: choices, scaffolds, answers that are being typed, conversions, DNS. Over the wire.

import { afterEach, describe, expect, test } from "vitest";
import type {
  AnswerProblemReply,
  ChoicesReply,
  ConvertReply,
  NetworkReply,
  ScaffoldParams,
  ScaffoldReply,
} from "../../server/src/protocol.ts";
import { connectInMemory } from "../support/lsp.ts";
import type { TestClient } from "../support/lsp.ts";

const URI = "file:///project/prosody.cfg.lua";
const CONFIG = 'modules_enabled = {\n\t"roster";\n\t"tls";\n}\n\nVirtualHost "example.org"\n';

let client: TestClient;

async function opened(text = CONFIG, uri = URI): Promise<void> {
  client = await connectInMemory();
  await client.open(uri, text, uri.endsWith(".env") ? "dotenv" : "prosody");
}

afterEach(async () => {
  await client.stop();
});

const scaffold = (params: ScaffoldParams): Promise<ScaffoldReply> => client.connection.sendRequest("prosody/scaffold", params);

describe("scaffolds", () => {
  test("choices are those of the file and the version", async () => {
    await opened();
    const { hosts, modules, components, features } = await client.connection.sendRequest<ChoicesReply>("prosody/choices", {
      uri: URI,
    });
    expect(hosts).toEqual(["example.org"]);
    expect(modules.map(({ name }) => name)).toContain("mam");
    expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(["muc", "http_file_share"]));
    expect(modules.filter(({ summary }) => summary === "")).toEqual([]);
    expect(features.length).toBe(8);
  });

  test("an addition comes as small edits of the version that is open", async () => {
    await opened();
    const reply = await scaffold({ kind: "addition", uri: URI, addition: { kind: "module", name: "mam", host: "*" } });
    if (!reply.ok) throw new Error(reply.reason);
    expect(reply.version).toBe(1);
    expect(reply.edits).toEqual([
      { range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } }, newText: '\t"mam";\n' },
    ]);
  });

  test("a file with a syntax error is left alone", async () => {
    await opened("admins = {\n");
    const reply = await scaffold({ kind: "addition", uri: URI, addition: { kind: "host", name: "example.org" } });
    expect(reply).toMatchObject({ ok: false, reason: expect.stringContaining("syntax error") as unknown });
  });

  test("a new server has its secrets apart", async () => {
    await opened();
    const answers = { domain: "example.org", install: "package", storage: "internal", features: ["calls"] } as const;
    const reply = await scaffold({ kind: "server", uri: URI, answers });
    if (!reply.ok) throw new Error(reply.reason);
    const [secret] = reply.files;
    expect(secret?.path).toBe("secrets/turn");
    expect(secret?.text).toMatch(/^[A-Za-z0-9]{32}\n$/);
    expect(reply.text).toContain('turn_external_secret = FileLine "secrets/turn"');
    const again = await scaffold({ kind: "server", uri: URI, answers });
    expect(again.ok && again.files[0]?.text).not.toBe(secret?.text);
  });

  test("answers are checked while they are typed", async () => {
    await opened();
    const problem = async (kind: string, text: string): Promise<string | undefined> =>
      (await client.connection.sendRequest<AnswerProblemReply>("prosody/answerProblem", { kind, text, uri: URI })).problem;
    expect(await problem("host", "example.org")).toBeUndefined();
    expect(await problem("host", "https://example.org")).toContain("web address");
    expect(await problem("newName", "Example.org")).toContain("in this file already");
    expect(await problem("url", "example.org")).toContain("whole address");
    expect(await problem("address", "admin")).toContain("admin@example.org");
  });
});

describe("conversions", () => {
  test("an env file becomes a configuration", async () => {
    const uri = "file:///project/prosody.env";
    await opened("PROSODY_VIRTUAL_HOSTS=example.org\n", uri);
    const reply = await client.connection.sendRequest<ConvertReply>("prosody/convert", { uri });
    if (!reply.ok) throw new Error(reply.reason);
    expect(reply.files[0]).toMatchObject({
      name: "prosody.cfg.lua",
      text: expect.stringContaining('VirtualHost "example.org"') as unknown,
    });
  });

  test("nothing is evaluated without trust", async () => {
    await opened();
    expect(await client.connection.sendRequest<ConvertReply>("prosody/convert", { uri: URI })).toMatchObject({ ok: false });
    expect(await client.connection.sendRequest<NetworkReply>("prosody/network", { uri: URI })).toMatchObject({ ok: false });
  });
});
