// What the files of a folder say together of variables: `check` on the folder tells the same as an editor that has it open, and files that
// are named one by one nothing of the kind.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { diskFiles } from "../../server/src/disk/diskFiles.ts";
import { connectInMemory } from "../support/lsp.ts";
import { checkJson } from "./checkCli.ts";

const FILES = {
  "prosody.cfg.lua": 'admins = { ENV_ADMIN, ENV_NOBODY }\nlog = os.getenv("LOG") or "info"\nVirtualHost(ENV_HOST)\n',
  "compose.yaml":
    "services:\n  prosody:\n    image: prosodyim/prosody:13.0\n    env_file: chat.env\n    environment:\n      HOST: ${HOST}\n    volumes:\n      - ./prosody.cfg.lua:/etc/prosody/prosody.cfg.lua:ro\n",
  "chat.env": "ADMIN=a@x.example\nLOG=debug\nUNUSED=1\nTZ=UTC\n",
  ".env": "HOST=x.example\n",
  "other/prosody.cfg.lua": 'VirtualHost(ENV_ELSEWHERE or "y.example")\nadmins = { ENV_WHO }\n',
  "other/some.env": "WHAT=1\n",
};
const OURS = new Set(["undefined-variable", "unused-variable"]);
const NAMES = Object.keys(FILES).filter((name) => !name.endsWith(".yaml"));
const TOLD = ["chat.env:3 unused-variable", "prosody.cfg.lua:1 undefined-variable"];

async function inEditor(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "prosody-config-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const client = await connectInMemory({ folders: [pathToFileURL(folder).href], host: { files: diskFiles } });
  const found: string[] = [];
  for (const name of NAMES)
    await client.open(uriOf(name), FILES[name as keyof typeof FILES], name.endsWith(".lua") ? "prosody" : "dotenv");
  await client.diagnosticsWhere(uriOf("prosody.cfg.lua"), (list) => list.some(({ code }) => code === "undefined-variable"));
  await client.diagnosticsWhere(uriOf("chat.env"), (list) => list.some(({ code }) => code === "unused-variable"));
  for (const name of NAMES) {
    for (const { code, range } of await client.diagnostics(uriOf(name)))
      if (OURS.has(String(code))) found.push(`${name}:${range.start.line + 1} ${String(code)}`);
  }
  await client.stop();
  return found.sort();
}

async function onCommandLine(...paths: readonly string[]): Promise<readonly string[]> {
  const { files } = await checkJson(["--fail-on", "never", ...paths], { files: FILES });
  return files
    .flatMap(({ path, diagnostics }) =>
      diagnostics.filter(({ rule }) => OURS.has(rule)).map(({ rule, line }) => `${path.replace(/^\.\//, "")}:${line} ${rule}`),
    )
    .sort();
}

test("the same in an editor and for a folder on the command line", async () => {
  expect(await inEditor()).toEqual(TOLD);
  expect(await onCommandLine(".")).toEqual(TOLD);
});

test("a folder with one of its files beside, in either order", async () => {
  expect(await onCommandLine("chat.env", ".")).toEqual(TOLD);
  expect(await onCommandLine("other", ".")).toEqual(TOLD);
});

test("of files alone, and of a part of the folder, nothing is known", async () => {
  expect(await onCommandLine("prosody.cfg.lua", "chat.env", "compose.yaml", ".env")).toEqual([]);
  expect(await onCommandLine("other")).toEqual([]);
});
