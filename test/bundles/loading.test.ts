// When the workshop is loaded: not by what happens on every key stroke or in a plain check, but by what needs it. And when the extension
// loads the language client: not before a document of ours is there.

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { createContext, runInContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtDist } from "../support/dist.ts";
import { spawnServer } from "../support/lsp.ts";

/** Writes down what the program had loaded when it ended. */
const PROBE = `process.on("exit", () => {
  require("node:fs").writeFileSync(process.env.LOADED, JSON.stringify(Object.keys(require.cache)));
});`;

let dist = "";
let folder = "";
let loadedFile = "";
let withProbe: readonly string[] = [];

beforeAll(async () => {
  dist = await builtDist();
  folder = mkdtempSync(join(tmpdir(), "prosody-config-loading-"));
  loadedFile = join(folder, "loaded.json");
  const probe = join(folder, "probe.cjs");
  writeFileSync(probe, PROBE);
  withProbe = ["--require", probe];
  writeFileSync(join(folder, "prosody.cfg.lua"), 'storage = "sql"\nVirtualHost "example.org"\n');
  writeFileSync(join(folder, "prosody.env"), "PROSODY_VIRTUAL_HOSTS=example.org\n");
  writeFileSync(join(folder, "web.yaml"), "services:\n  web:\n    image: nginx\n");
  writeFileSync(join(folder, "Dockerfile"), "FROM prosodyim/prosody:13.0\nENV PROSODY_LOGLEVEL=info\n");
  writeFileSync(join(folder, "run.sh"), "docker run prosodyim/prosody:13.0\n");
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Files that were loaded. */
function loadedFiles(): readonly string[] {
  return (JSON.parse(readFileSync(loadedFile, "utf8")) as readonly string[]).map((path) => basename(path));
}

/** Files of the core that were loaded. */
const loadedOfCore = (): readonly string[] =>
  loadedFiles().filter((file) => ["engine.js", "workshop.js", "dockerfile.js"].includes(file));

/** Activates the extension in a `vscode` where anything can be called, and nothing is open until a document is. */
const ACTIVATE = `
const anything = new Proxy(function () {}, {
  get: (_, name) => (name === "then" || name === "__esModule" ? undefined : name === Symbol.toPrimitive ? () => "" : anything),
  apply: () => anything,
  construct: () => anything,
});
const [entry, document] = process.argv.slice(1);
const textDocuments = document === undefined ? [] : [JSON.parse(document)];
const workspace = new Proxy({ textDocuments }, { get: (own, name) => own[name] ?? anything });
const vscode = Object.assign(Object.create(anything), { workspace });
const Module = require("node:module");
const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? vscode : load(name, ...rest));
process.on("unhandledRejection", () => undefined);
require(entry).activate(anything);
setTimeout(() => process.exit(), 100);`;

async function loadedByExtension(document?: object): Promise<readonly string[]> {
  const words = [join(dist, "extension.cjs"), ...(document === undefined ? [] : [JSON.stringify(document)])];
  const env = { ...process.env, LOADED: loadedFile };
  await promisify(execFile)(process.execPath, [...withProbe, "--eval", ACTIVATE, ...words], { env });
  return loadedFiles().filter((file) => file.startsWith("extension"));
}

async function loadedBy(...args: readonly string[]): Promise<readonly string[]> {
  const env = { ...process.env, LOADED: loadedFile };
  // Findings are an exit code; what was loaded is what counts here.
  await promisify(execFile)(process.execPath, [...withProbe, join(dist, "cli.cjs"), ...args], { cwd: folder, env }).catch(
    () => 0,
  );
  return loadedOfCore();
}

describe("the command line", () => {
  test.each([["check prosody.cfg.lua"], ["check prosody.env"], ["check web.yaml"], ["schema storage"], ["--help"]])(
    "%s",
    async (command) => {
      expect(await loadedBy(...command.split(" "))).toEqual(["engine.js"]);
    },
  );

  test.each([["docker-run prosody.env"], ["check run.sh"], ["effective prosody.cfg.lua"]])("%s", async (command) => {
    expect(await loadedBy(...command.split(" "))).toEqual(["engine.js", "workshop.js"]);
  });

  test("check Dockerfile", async () => {
    expect(await loadedBy("check", "Dockerfile")).toEqual(["engine.js", "workshop.js", "dockerfile.js"]);
  });
});

test("a worker, which knows nothing of Node, loads what a Dockerfile needs, once", () => {
  const loaded: string[] = [];
  const worker = createContext({ TextEncoder });
  const load = (name: string): unknown => {
    loaded.push(name);
    return runInContext(readFileSync(join(dist, `web/${name}.js`), "utf8"), worker);
  };
  Object.assign(worker, { prosodyLoad: load });
  load("engine");
  load("workshop");
  const read = `prosodyWorkshop["analyseContainers.ts"].analyseContainers("dockerfile", "FROM prosodyim/prosody\\nENV A=b\\n")
    .file.containers[0].variables.variables[0].name`;
  expect([runInContext(read, worker), runInContext(read, worker)]).toEqual(["A", "A"]);
  expect(loaded).toEqual(["engine", "workshop", "dockerfile"]);
});

describe("the extension", () => {
  test("loads the language client for a document of ours, not before", async () => {
    expect(await loadedByExtension()).toEqual(["extension.cjs"]);
    const document = { languageId: "prosody", uri: { scheme: "file", path: "/etc/prosody/prosody.cfg.lua" } };
    expect(await loadedByExtension(document)).toEqual(["extension.cjs", "extension.js"]);
  });
});

test("the server checks, explains and completes without the workshop", async () => {
  const words = [...withProbe, join(dist, "server.cjs"), "--stdio"];
  const { client, ended } = spawnServer(words, {}, { ...process.env, LOADED: loadedFile });
  await client.start();
  const uri = "file:///etc/prosody/prosody.cfg.lua";
  await client.open(uri, 'c2s_requre_encryption = true\nstorage = "sql"\nVirtualHost "example.org"\n');
  const [diagnostic] = await client.diagnostics(uri);
  expect(diagnostic?.code).toBe("unknown-option");
  if (diagnostic !== undefined) expect(await client.codeActions(uri, diagnostic)).not.toEqual([]);
  expect(await client.hover(uri, { line: 1, character: 2 })).not.toBeNull();
  expect(await client.completion(uri, { line: 1, character: 11 })).not.toBeNull();
  expect(await client.symbols(uri)).not.toEqual([]);
  await client.stop();
  await ended;
  expect(loadedOfCore()).toEqual(["engine.js"]);
});
