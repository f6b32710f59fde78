// What runs an evaluation, as it is shipped: the command line tool with the evaluating thread and Lua beside it.

import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { BuildOptions } from "esbuild";
import { readKnowledge } from "../../scripts/knowledge.mjs";

const SERVER = join(dirname(fileURLToPath(import.meta.url)), "../../server/src");

/** Lua in WebAssembly, where the package has it. */
export const WASM = createRequire(import.meta.url).resolve("wasmoon/dist/glue.wasm");

export interface Bundle {
  readonly cli: string;
  readonly worker: string;
  readonly webWorker: string;
  readonly wasm: string;
}

let bundled: Promise<Bundle> | undefined;

export function bundle(): Promise<Bundle> {
  bundled ??= make();
  return bundled;
}

async function make(): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), "prosody-config-effective-"));
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const dist = join(folder, "dist");
  mkdirSync(dist);
  const files: Bundle = {
    cli: join(dist, "cli.cjs"),
    worker: join(dist, "evaluator.cjs"),
    webWorker: join(dist, "evaluator.js"),
    wasm: join(dist, "lua.wasm"),
  };
  const common = { bundle: true, minify: true, logLevel: "error" } satisfies BuildOptions;
  const node = {
    ...common,
    platform: "node",
    format: "cjs",
    target: "node20",
    mainFields: ["module", "main"],
  } satisfies BuildOptions;
  const web = {
    ...common,
    platform: "browser",
    format: "iife",
    external: ["module", "url"],
    mainFields: ["browser", "module", "main"],
  } satisfies BuildOptions;
  await Promise.all([
    build({ ...node, entryPoints: [join(SERVER, "cli/main.ts")], outfile: files.cli }),
    build({ ...node, entryPoints: [join(SERVER, "effective/worker.node.ts")], outfile: files.worker }),
    build({ ...web, entryPoints: [join(SERVER, "effective/worker.web.ts")], outfile: files.webWorker }),
  ]);
  const { community, ...knowledge } = readKnowledge();
  writeFileSync(join(dist, "knowledge.json"), JSON.stringify(knowledge));
  writeFileSync(join(dist, "community.json"), JSON.stringify(community));
  copyFileSync(WASM, files.wasm);
  return files;
}
