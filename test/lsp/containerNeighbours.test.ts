// What other files give to a container, over the wire: env files, override files and extended services count, as they are on the disk or
// being edited.

import { afterEach, expect, test } from "vitest";
import { connectInMemory } from "../support/lsp.ts";
import type { TestClient } from "../support/lsp.ts";
import { memoryFiles } from "../support/memoryFiles.ts";

const FOLDER = "file:///srv/chat";
const at = (name: string): string => `${FOLDER}/${name}`;

const COMPOSE = `services:
  prosody:
    image: prosodyim/prosody:13.0
    env_file: chat.env
    ports: ["5281:5281"]
    volumes: ["data:/var/lib/prosody"]
`;
const OVERRIDE = "services:\n  prosody:\n    environment:\n      PROSODY_LOGLEVEL: loud\n";

let client: TestClient;
let texts: Record<string, string> = {};

async function connect(files: Readonly<Record<string, string>>, open: Readonly<Record<string, string>>): Promise<void> {
  texts = Object.fromEntries(Object.entries(files).map(([name, text]) => [at(name), text]));
  client = await connectInMemory({
    folders: [FOLDER],
    capabilities: { workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } } },
    host: {
      files: memoryFiles(
        (uri) => texts[uri],
        () => Object.keys(texts),
      ),
    },
  });
  for (const [name, language] of Object.entries(open)) await client.open(at(name), files[name] ?? "", language);
}

afterEach(() => client.stop());

const ENV = "PROSODY_VIRTUAL_HOSTS=x.example\n";

test("an env file on the disk, and when it changes", async () => {
  await connect({ "compose.yaml": COMPOSE, "chat.env": ENV }, { "compose.yaml": "dockercompose" });
  const isClosed = ({ code }: { readonly code?: unknown }): boolean => code === "closed-port";
  await client.diagnosticsWhere(at("compose.yaml"), (found) => found.some(isClosed));
  texts[at("chat.env")] = `${ENV}PROSODY_ENABLE_MODULES=bosh\n`;
  await client.changeOnDisk(at("chat.env"));
  await client.diagnosticsWhere(at("compose.yaml"), (found) => !found.some(isClosed));
});

test("an override file is for the image that the other file names", async () => {
  const files = { "compose.yaml": COMPOSE, "chat.env": ENV, "compose.override.yaml": OVERRIDE };
  await connect(files, { "compose.override.yaml": "dockercompose" });
  await client.diagnosticsWhere(at("compose.override.yaml"), (found) => found.some(({ code }) => code === "wrong-value"));
  const list = await client.completion(at("compose.override.yaml"), { line: 3, character: 24 });
  expect(list?.items.map(({ label }) => label)).toContain("debug");
  const [wrong] = await client.diagnostics(at("compose.override.yaml"));
  expect(wrong).toBeDefined();
  if (wrong === undefined) return;
  const actions = await client.codeActions(at("compose.override.yaml"), wrong);
  expect(JSON.stringify(actions)).not.toContain('"line":-1');
});

test("nothing of what is in the other file is said in this one", async () => {
  const files = {
    "compose.yaml": COMPOSE.replace(":13.0", "").replace("5281:5281", "5222:5222"),
    "chat.env": "PROSODY_LOGLEVEL=loud\n",
  };
  await connect(
    { ...files, "compose.override.yaml": OVERRIDE.replace("loud", "warn") },
    { "compose.override.yaml": "dockercompose" },
  );
  expect(await client.diagnostics(at("compose.override.yaml"))).toEqual([]);
});
