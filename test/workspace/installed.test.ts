// The version of the server that is installed on this machine, for the configuration that it reads.

import { expect, test } from "vitest";
import { readKnowledge } from "../../scripts/knowledge.mjs";
import { openWorkspace } from "../../server/src/cli/openWorkspace.ts";
import type { VersionInForce } from "../../server/src/workspace/settings.ts";
import type { Files } from "../../server/src/workspace/files.ts";

/** Texts by path; nothing else is there. */
function machine(texts: Readonly<Record<string, string>>): Files {
  return {
    readFile: (address) => Promise.resolve(texts[new URL(address).pathname]),
    listFolder: (address) => {
      const folder = `${new URL(address).pathname.replace(/\/$/, "")}/`;
      const names = Object.keys(texts).filter((path) => path.startsWith(folder) && !path.slice(folder.length).includes("/"));
      const files = new Map(names.map((path) => [path.slice(folder.length), `file://${path}`]));
      return Promise.resolve(files.size === 0 ? undefined : { files, folders: [], others: [] });
    },
    findFiles: () => Promise.resolve([]),
  };
}

async function versionOf(path: string, texts: Readonly<Record<string, string>>, isAllowed = true): Promise<VersionInForce> {
  const files = machine({ [path]: "", ...texts });
  const host = { loadKnowledge: readKnowledge, files: () => files, machine: () => (isAllowed ? files : undefined) };
  const { workspace, documents } = openWorkspace({}, { files: [path] }, host);
  const closed = await workspace.surroundings(`file://${path}`);
  documents.put({ from: "file", path, kind: "lua" }, texts[path] ?? "");
  const open = await workspace.snapshot(`file://${path}`);
  expect(open?.settings.version).toEqual(closed.settings.version);
  expect(open?.schema.version).toBe(closed.schema.version);
  return closed.settings.version;
}

const MAIN = "/etc/prosody/prosody.cfg.lua";
const FILE = "/usr/lib/prosody/prosody.version";

test("holds for its main file and for what lies beside it", async () => {
  const installed = { version: "0.12", because: "installed", address: `file://${FILE}` };
  expect(await versionOf(MAIN, { [FILE]: "0.12.3\n" })).toEqual(installed);
  expect(await versionOf("/etc/prosody/conf.avail/a.cfg.lua", { [FILE]: "0.12.3\n" })).toEqual(installed);
});

test.each([
  ["13.0.7\n", "13.0"],
  ["13.0 nightly build 12 (2025-09-01, 0123456789ab)\n", "13.0"],
  ["trunk nightly build 2000 (2025-09-01, 0123456789ab)\n", "trunk"],
  ["0.11.13", "0.11"],
])("%j is %s", async (text, version) => {
  expect(await versionOf(MAIN, { [FILE]: text })).toMatchObject({ version, because: "installed" });
});

test("Prosody's own `make install` has places of its own", async () => {
  const at = "/usr/local/lib/prosody/prosody.version";
  expect(await versionOf("/usr/local/etc/prosody/prosody.cfg.lua", { [at]: "0.12.5\n", [FILE]: "0.11.2\n" })).toMatchObject({
    version: "0.12",
    address: `file://${at}`,
  });
});

const ASSUMED = { version: "13.0", because: "assumed" };

test.each([
  ["a configuration elsewhere", "/home/me/prosody.cfg.lua", { [FILE]: "0.12.3\n" }],
  ["no server", MAIN, {}],
  ["a changeset", MAIN, { [FILE]: "0123456789ab\n" }],
  ["a version that is too old", MAIN, { [FILE]: "0.9.12\n" }],
  ["two that differ", MAIN, { [FILE]: "0.12.3\n", "/usr/local/lib/prosody/prosody.version": "13.0.1\n" }],
])("%s tells nothing", async (_, path, texts) => {
  expect(await versionOf(path, texts)).toEqual(ASSUMED);
});

test("is not looked for where nothing may be read besides", async () => {
  expect(await versionOf(MAIN, { [FILE]: "0.12.3\n" }, false)).toEqual(ASSUMED);
});
