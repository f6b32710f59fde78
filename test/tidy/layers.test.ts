// Which part of the code may import which: the one table of all parts, so that a new folder has to say where it belongs.

import { posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { filesMatching, read } from "./sourceFiles.ts";

const SYNTAX = ["core/text", "core/syntax"];
const MODEL = [...SYNTAX, "core/model"];
/** `analyse.ts` and `source.ts`: one text, understood. */
const ANALYSIS = [...MODEL, "core"];
const SCHEMA = [...MODEL, "core/schema"];
/** A configuration that is asked by name. */
const SEMANTICS = [...SCHEMA, "core", "core/semantics"];
const CORE = [
  ...ANALYSIS,
  "core/schema",
  "core/semantics",
  "core/masked",
  "core/effective",
  "core/rules",
  "core/features",
  "core/generate",
  "core/dns",
  "core/convert",
  "core/migrate",
  "core/refactor",
  "core/scaffold",
];

/** What a part may import besides itself. Packages are named in full. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "core/text": ["diff/lib/diff/array.js"],
  "core/syntax": ["core/text", "dockerfile-ast", "luaparse", "yaml"],
  "core/model": SYNTAX,
  core: MODEL,
  "core/schema": [...MODEL, "zod/mini", "jsonc-parser"],
  "core/semantics": SCHEMA,
  "core/masked": [...SCHEMA, "core"],
  "core/effective": [...SCHEMA, "core", "core/masked"],
  "core/rules": [...SEMANTICS, "fastest-levenshtein", "picomatch/posix", "zod/mini"],
  "core/convert": [...SCHEMA, "core", "core/effective", "core/generate"],
  "core/dns": [...SCHEMA, "core", "core/effective", "punycode/punycode.es6.js"],
  "core/features": [...SCHEMA, "core", "core/effective"],
  "core/migrate": [...SEMANTICS, "core/rules"],
  "core/refactor": [...SEMANTICS, "core/rules"],
  "core/scaffold": [...SEMANTICS, "core/rules", "core/dns"],
  "core/generate": [...SCHEMA, "core", "core/effective", "yaml"],
  sandbox: [...CORE, "wasmoon", "node:child_process", "node:fs/promises", "node:path", "node:worker_threads"],
  "protocol.ts": ["core/schema", "core/effective", "core/generate", "core/scaffold"],
  // What editor and command line have in common. Runs wherever they do, so it knows neither Node nor the protocol's library.
  workspace: [...CORE, "sandbox", "protocol.ts", "vscode-uri"],
  // The disk of this machine, as the workspace asks for it.
  disk: ["workspace", "picomatch/posix", "node:fs", "node:fs/promises", "node:path", "node:url"],
  lsp: [
    ...CORE,
    "workspace",
    "protocol.ts",
    "sandbox",
    "randomSecret.ts",
    "vscode-languageserver",
    "fast-deep-equal",
    "vscode-languageserver-textdocument",
    "vscode-uri",
    "zod/mini",
  ],
  exposure: ["core/model", "disk", "ignore", "node:fs/promises", "node:os", "node:path"],
  cli: [
    ...CORE,
    "workspace",
    "disk",
    "sandbox",
    "exposure",
    "nodeKnowledge.ts",
    "randomSecret.ts",
    "processorTime.ts",
    "shippedFile.ts",
    // The language server, which one command starts.
    "node.ts",
    "package.json",
    "protocol.ts",
    "commander",
    "diff/lib/patch/create.js",
    "picocolors",
    "node:fs",
    "node:os",
    "node:path",
    "node:url",
  ],
  "randomSecret.ts": [],
  "processorTime.ts": [],
  "node.ts": [
    "lsp",
    "sandbox",
    "disk",
    "exposure",
    "nodeKnowledge.ts",
    "processorTime.ts",
    "shippedFile.ts",
    "node:url",
    "node:v8",
    "vscode-languageserver/node",
  ],
  "nodeKnowledge.ts": ["core/schema", "shippedFile.ts", "node:fs"],
  "shippedFile.ts": ["node:url"],
  "worker.ts": ["lsp", "sandbox", "vscode-languageserver/browser"],
  client: [
    "protocol.ts",
    "core/schema/knowledge.ts",
    // Lists of names.
    "core/generate/engines.ts",
    "core/generate/shell/shells.ts",
    "core/schema/versions.ts",
    "vscode",
    "vscode-uri",
    "vscode-languageclient",
    "vscode-languageclient/node",
    "vscode-languageclient/browser",
    // For the entry of hosts with a disk.
    "node:fs",
    "node:fs/promises",
    "node:path",
  ],
};

/** Rules see facts, never syntax. */
const NEVER_IN_RULES =
  /^server\/src\/core\/syntax\/(?:lua\/(?:scanner|parse|luaparse|chunks|cursor|repair)|env\/(?:docker|compose|podman))\.ts$/;

const files = filesMatching(/^(?:server|client)\/src\/.*\.ts$/);

/** The part that a file belongs to. */
function partOf(path: string): string {
  const [, , ...rest] = path.split("/");
  if (path.startsWith("client/")) return "client";
  if (!path.startsWith("server/src/")) return rest.at(-1) ?? path;
  const [first = "", second = ""] = rest;
  if (first !== "core") return first;
  return rest.length > 2 ? `core/${second}` : "core";
}

function importsOf(path: string): readonly string[] {
  return ts.preProcessFile(read(path), true, true).importedFiles.map(({ fileName }) => {
    return fileName.startsWith(".") ? posix.join(posix.dirname(path), fileName) : fileName;
  });
}

/** What is imported otherwise than for its types alone, or later. Quotes and semicolons end what is no import. */
const RUN_BEFORE = /^(?:import|export) (?!type )(?:[^;"]* from )?"(\.[^"]*)"/gm;

/** The files of ours that have to be run before a file is. */
function runsAfter(path: string): readonly string[] {
  return [...read(path).matchAll(RUN_BEFORE)].map(([, imported = ""]) => posix.join(posix.dirname(path), imported));
}

/** What is in a circle, or between two of them. */
function inCircles(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const importers = new Map([...imports.keys()].map((path) => [path, [] as string[]]));
  for (const [path, all] of imports) for (const imported of all) importers.get(imported)?.push(path);
  let left = [...imports.keys()];
  for (let before = -1; before !== left.length;) {
    before = left.length;
    const still = new Set(left);
    const isIn = (others: readonly string[] | undefined): boolean => others?.some((one) => still.has(one)) === true;
    left = left.filter((path) => isIn(imports.get(path)) && isIn(importers.get(path)));
  }
  return left;
}

/** A file of ours by its part (the client names files), a package by its name. */
function target(from: string, imported: string): string {
  if (!/^(?:server|client)\//.test(imported)) return imported.endsWith("package.json") ? "package.json" : imported;
  return from === "client" && imported.startsWith("server/src/core/") ? imported.replace("server/src/", "") : partOf(imported);
}

describe("imports", () => {
  test("go one way only", () => {
    const wrong = files.flatMap((path) => {
      const part = partOf(path);
      const allowed = new Set([part, ...(MAY_IMPORT[part] ?? [])]);
      return importsOf(path)
        .filter((imported) => !allowed.has(target(part, imported)))
        .map((imported) => `${path} imports ${imported}`);
    });
    expect(wrong).toEqual([]);
  });

  test("never go in a circle, but for types", () => {
    const graph = { a: ["b"], b: ["c", "d"], c: ["b"], d: ["e"], e: [], f: ["f"] };
    expect(inCircles(new Map(Object.entries(graph)))).toEqual(["b", "c", "f"]);
    const imports = new Map(files.map((path) => [path, runsAfter(path)]));
    expect(imports.get("server/src/worker.ts")).toEqual(["server/src/sandbox/webThread.ts", "server/src/lsp/server.ts"]);
    expect(inCircles(imports)).toEqual([]);
  });

  test("every part is in the table", () => {
    expect([...new Set(files.map(partOf))].filter((part) => !Object.hasOwn(MAY_IMPORT, part))).toEqual([]);
  });

  test("rules never see syntax", () => {
    const rules = files.filter((path) => path.startsWith("server/src/core/rules/"));
    expect(rules.filter((path) => importsOf(path).some((imported) => NEVER_IN_RULES.test(imported)))).toEqual([]);
  });

  test("the core imports neither Node nor an editor", () => {
    const core = files.filter((path) => path.startsWith("server/src/core/"));
    const wrong = core.filter((path) => importsOf(path).some((imported) => /^(?:node:|vscode|fs$|path$)/.test(imported)));
    expect(wrong).toEqual([]);
  });

  test("luaparse is imported in one place", () => {
    const value = /^import (?!type).* from "luaparse"/m;
    expect(files.filter((path) => value.test(read(path)))).toEqual(["server/src/core/syntax/lua/luaparse.ts"]);
  });

  test("positions of the protocol occur in one place", () => {
    const lsp = files.filter(
      (path) => path.startsWith("server/src/") && /\b(?:Position|Range)\b.*from "vscode-languageserver/.test(read(path)),
    );
    expect(lsp.filter((path) => path !== "server/src/lsp/convert.ts")).toEqual([]);
  });
});
