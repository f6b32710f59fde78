// `npm run bench`: bundles the benchmarks and runs them on what the checkout holds. `npm run bench -- --help` names the parts.

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { readKnowledge } from "../../scripts/knowledge.mjs";
import { resultsDir, root } from "../../scripts/lib/paths.mjs";

const folder = join(resultsDir, "bench");
mkdirSync(folder, { recursive: true });
await build({
  entryPoints: ["bench.ts", "fresh.ts"].map((name) => join(root, "test/bench", name)),
  outdir: folder,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  logLevel: "warning",
});
// As small as ours, so that none is slower for being read file by file.
await build({
  entryPoints: ["emptyServer.mjs", "jsonServer.mjs"].map((name) => join(root, "test/bench", name)),
  outdir: folder,
  outExtension: { ".js": ".cjs" },
  bundle: true,
  minify: true,
  platform: "node",
  mainFields: ["module", "main"],
  target: "node20",
  logLevel: "warning",
});
writeFileSync(join(folder, "knowledge.json"), JSON.stringify(readKnowledge()));
const { status } = spawnSync(process.execPath, ["--expose-gc", join(folder, "bench.mjs"), ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
