// What the bundles for Node and for browsers have in common: shipped once, and the rest takes it from there.

import { build } from "esbuild";
import type { BuildOptions } from "esbuild";
import { expect, test } from "vitest";
import { extensionBundles, serverBundles } from "../../scripts/commonParts.mjs";
import { fromEngine } from "../../scripts/engineBundle.mjs";

const COMMON: BuildOptions = { bundle: true, logLevel: "silent", external: ["vscode"] };
const NODE: BuildOptions = { ...COMMON, platform: "node", format: "cjs", mainFields: ["module", "main"] };
const WEB: BuildOptions = { ...COMMON, platform: "browser", format: "cjs", mainFields: ["browser", "module", "main"] };

/** What a bundle holds that came from a file. */
async function filesIn(options: BuildOptions): Promise<readonly string[]> {
  const { metafile } = await build({ ...options, metafile: true, write: false });
  const parts = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return parts.filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && !/^[\w-]{2,}:/.test(path)).map(([path]) => path);
}

test("the server's bundles share no file, and each host brings its own way to talk", async () => {
  const bundles = await serverBundles(
    { ...NODE, entryPoints: ["server/src/node.ts"], plugins: [fromEngine("node")] },
    { ...WEB, entryPoints: ["server/src/worker.ts"], plugins: [fromEngine("web")] },
  );
  const [common, node, web] = await Promise.all([
    filesIn({ ...WEB, ...bundles.common }),
    filesIn(bundles.node),
    filesIn(bundles.web),
  ]);
  expect(node.filter((path) => common.includes(path) || web.includes(path))).toEqual([]);
  expect(web.filter((path) => common.includes(path))).toEqual([]);
  expect(common).toContain("server/src/lsp/server.ts");
  expect(common.filter((path) => /\/lib\/(?:node|browser)\//.test(path))).toEqual([]);
  expect(node.some((path) => path.endsWith("vscode-jsonrpc/lib/node/ril.js"))).toBe(true);
  expect(web.some((path) => path.endsWith("vscode-jsonrpc/lib/browser/ril.js"))).toBe(true);
});

test("the extension for Node holds nothing of a package that the one for browsers has", async () => {
  const bundles = await extensionBundles(
    { ...NODE, entryPoints: ["client/src/extension.node.ts"] },
    { ...WEB, entryPoints: ["client/src/extension.web.ts"] },
  );
  const [node, web] = await Promise.all([filesIn(bundles.node), filesIn(bundles.web)]);
  expect(web).toContain("node_modules/vscode-languageclient/lib/common/client.js");
  expect(node).toContain("node_modules/vscode-languageclient/lib/node/main.js");
  expect(node.filter((path) => path.startsWith("node_modules/") && web.includes(path))).toEqual([]);
});
