// `npm run fuzz`: bundles the fuzzer and runs it. `npm run fuzz -- --help` says what can be chosen.

import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { resultsDir, root } from "../../scripts/lib/paths.mjs";

const folder = join(resultsDir, "fuzz");
mkdirSync(folder, { recursive: true });
await build({
  entryPoints: ["fuzz.ts", "work.ts"].map((name) => join(root, "test/fuzz", name)),
  outdir: folder,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  packages: "external",
  // They find other files by their own place.
  external: [join(root, "scripts/*")],
  // Node finds it by its file only.
  alias: { "picomatch/posix": "picomatch/posix.js" },
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  define: { PROSODY_CONFIG_VERSION: JSON.stringify("0.0.0-test") },
  logLevel: "warning",
});
const args = ["--enable-source-maps", join(folder, "fuzz.mjs"), ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
process.exitCode = status ?? 1;
