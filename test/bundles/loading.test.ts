// What is loaded when: a server starts without what people ask for now and then, the command line without the server, and the extension
// without the language client. And a worker needs nothing of Node.

import { execFile } from "node:child_process";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { bundles } from "../../scripts/bundles.mjs";
import { builtDist } from "../support/dist.ts";
import { webServers } from "../support/webServer.ts";

let dist = "";

beforeAll(async () => {
  dist = await builtDist();
});

describe("of the programs for Node", () => {
  /** Sources that are loaded before anything happens, by the source that a program begins with. */
  let loadedWith: (entry: string) => readonly string[];

  beforeAll(async () => {
    const { metafile } = await build({ ...bundles("nowhere", "0.0.0").programs, metafile: true, write: false });
    const reached = (path: string, seen: Set<string>): Set<string> => {
      const { imports = [] } = metafile.outputs[path] ?? {};
      const next = imports.filter(
        ({ kind, external, path: one }) => kind === "import-statement" && external !== true && !seen.has(one),
      );
      return next.reduce((all, { path: one }) => reached(one, all.add(one)), seen);
    };
    loadedWith = (entry) => {
      const start = Object.keys(metafile.outputs).find((path) => metafile.outputs[path]?.entryPoint === entry) ?? "";
      const parts = [...reached(start, new Set([start]))].flatMap((path) => Object.entries(metafile.outputs[path]?.inputs ?? {}));
      return parts.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
    };
  });

  test("the server starts without what is asked for now and then", () => {
    const loaded = loadedWith("server/src/node.ts");
    expect(loaded).toContain("server/src/core/analyse.ts");
    const late =
      /^node_modules\/(?:yaml|dockerfile-ast)\/|^server\/src\/(?:core\/(?:convert\/(?!env)|dns|migrate|syntax\/yaml)|lsp\/handlers\/(?:convert|dockerRun|network|upgrade)\.ts|cli\/)/;
    expect(loaded.filter((path) => late.test(path))).toEqual([]);
    expect(loadedWith("server/src/lsp/handlers/seldom.ts")).toContain("server/src/core/dns/zoneFile.ts");
  });

  test("the command line hands over to the server without loading a command, and the commands go without the server", () => {
    expect(loadedWith("server/src/cli/main.ts").toSorted()).toEqual([
      "server/src/cli/languageServer.ts",
      "server/src/cli/main.ts",
    ]);
    const commands = loadedWith("server/src/cli/run.ts");
    expect(commands).toContain("server/src/cli/commands/check.ts");
    expect(commands.filter((path) => /server\/src\/lsp\/(?!files)|node_modules\/vscode-languageserver\//.test(path))).toEqual([]);
  });
});

/** Activates the extension in a `vscode` where anything can be called, and nothing is open until a document is. Prints what was loaded. */
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
const loaded = [];
Module._load = (name, ...rest) => {
  if (name.endsWith(".cjs")) loaded.push(name);
  return name === "vscode" ? vscode : load(name, ...rest);
};
process.on("unhandledRejection", () => undefined);
require(entry).activate(anything);
setTimeout(() => {
  console.log(JSON.stringify(loaded));
  process.exit();
}, 100);`;

async function loadedByExtension(document?: object): Promise<readonly string[]> {
  const words = [join(dist, "extension.cjs"), ...(document === undefined ? [] : [JSON.stringify(document)])];
  const { stdout } = await promisify(execFile)(process.execPath, ["--eval", ACTIVATE, ...words]);
  return (JSON.parse(stdout) as readonly string[]).map((path) => basename(path));
}

test("the extension loads the language client for a document of ours, not before", async () => {
  expect(await loadedByExtension()).toEqual(["extension.cjs"]);
  const document = { languageId: "prosody", uri: { scheme: "file", path: "/etc/prosody/prosody.cfg.lua" } };
  expect(await loadedByExtension(document)).toEqual(["extension.cjs", "languageClient.cjs"]);
});

test("a worker, which knows nothing of Node, checks a Dockerfile", async () => {
  const server = webServers(dist)();
  const uri = "file:///Dockerfile";
  const text = "FROM prosodyim/prosody:13.0\nENV PROSODY_LOGLEVEL=loud\n";
  server.tell("textDocument/didOpen", { textDocument: { uri, languageId: "dockerfile", version: 1, text } });
  expect((await server.diagnostics(uri))?.map(({ code }) => code)).toEqual(["wrong-value"]);
});
