// Who else sees a file, as the editor says it: asked of the host in the background, for files of a trusted workspace only.

import { execFileSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver/node";
import type { Exposure } from "../../server/src/core/model/project.ts";
import { builtDist } from "../support/dist.ts";
import { folderWith } from "../support/folder.ts";
import { connectInMemory, spawnServer } from "../support/lsp.ts";
import type { TestClient } from "../support/lsp.ts";

let dist = "";

beforeAll(async () => {
  dist = await builtDist();
});

const SECRET = 'turn_external_secret = "correct horse"\n';
const ABOUT_SECRETS = /^(?:secret-in-|world-readable-)/;

const secretRules = (diagnostics: readonly Diagnostic[]): readonly unknown[] =>
  diagnostics.map(({ code }) => code).filter((code) => typeof code === "string" && ABOUT_SECRETS.test(code));

const says = (rule: string) => (diagnostics: readonly Diagnostic[]) => secretRules(diagnostics).join() === rule;

interface Opened {
  readonly client: TestClient;
  readonly uri: string;
  /** Addresses in the order in which the host was asked. */
  readonly asked: readonly string[];
}

/** A file with a secret is open; what the host knows of it comes from a function. */
async function openSecret(answer: () => Promise<Exposure>, evaluate = true, scheme = "file"): Promise<Opened> {
  const folder = `${scheme}:///srv/work`;
  const uri = `${folder}/prosody.cfg.lua`;
  const asked: string[] = [];
  const client = await connectInMemory({
    folders: [folder],
    files: new Map([[uri, SECRET]]),
    initializationOptions: { evaluate, readFile: true },
    host: {
      exposureOf: (one) => {
        asked.push(one);
        return answer();
      },
    },
  });
  onTestFinished(() => client.stop());
  await client.open(uri, SECRET);
  return { client, uri, asked };
}

test.each<[Exposure, string]>([
  [{ versioned: true }, "secret-in-version-control"],
  [{ versioned: false, worldReadable: true }, "world-readable-secret"],
  [{ versioned: false, worldReadable: false }, "secret-in-config"],
])("%j is told by %s", async (exposure, rule) => {
  const { client, uri } = await openSecret(() => Promise.resolve(exposure));
  await client.diagnosticsWhere(uri, says(rule));
});

test("an answer does not wait, and what cannot be told is not said", async () => {
  const never = await openSecret(() => new Promise(() => undefined));
  expect(secretRules(await never.client.diagnostics(never.uri))).toEqual(["secret-in-config"]);
  const fails = await openSecret(() => Promise.reject(new Error("no disk")));
  expect(secretRules(await fails.client.diagnostics(fails.uri))).toEqual(["secret-in-config"]);
});

test("a change of the text asks nothing, one of the disk does", async () => {
  let versioned = true;
  const { client, uri, asked } = await openSecret(() => Promise.resolve({ versioned }));
  await client.diagnosticsWhere(uri, says("secret-in-version-control"));
  const version = await client.change(uri, `${SECRET}-- more\n`);
  expect(secretRules(await client.diagnostics(uri, version))).toEqual(["secret-in-version-control"]);
  expect(asked).toEqual([uri]);
  versioned = false;
  await client.changeOnDisk("file:///srv/work/.gitignore", "*.lua\n");
  await client.change(uri, SECRET);
  await client.diagnosticsWhere(uri, says("secret-in-config"));
  expect(asked).toEqual([uri, uri]);
});

test("without trust nobody is asked, and with it at once", async () => {
  const { client, uri, asked } = await openSecret(() => Promise.resolve({ versioned: true }), false);
  expect(secretRules(await client.diagnostics(uri))).toEqual(["secret-in-config"]);
  expect(asked).toEqual([]);
  await client.connection.sendNotification("prosody/trust");
  await client.diagnosticsWhere(uri, says("secret-in-version-control"));
});

test("files that are not on this machine are not asked for", async () => {
  const { client, uri, asked } = await openSecret(() => Promise.resolve({ versioned: true }), true, "vscode-vfs");
  expect(secretRules(await client.diagnostics(uri))).toEqual(["secret-in-config"]);
  expect(asked).toEqual([]);
});

test("the shipped server looks at the disk", async () => {
  const folder = folderWith({ "kept.cfg.lua": SECRET, "left.cfg.lua": SECRET, ".gitignore": "left.*\n" });
  chmodSync(join(folder, "left.cfg.lua"), 0o600);
  execFileSync("git", ["init", "--quiet", folder]);
  const base = pathToFileURL(folder).href;
  const options = { folders: [base], initializationOptions: { evaluate: true } };
  const { client } = spawnServer([join(dist, "server.cjs"), "--stdio"], options);
  await client.start();
  await client.open(`${base}/kept.cfg.lua`, SECRET);
  await client.open(`${base}/left.cfg.lua`, SECRET);
  await client.diagnosticsWhere(`${base}/kept.cfg.lua`, says("secret-in-version-control"));
  expect(secretRules(await client.diagnostics(`${base}/left.cfg.lua`))).toEqual(["secret-in-config"]);
  await client.stop();
});
