// The licences of what is bundled go with it.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { expect, onTestFinished, test } from "vitest";
import { notices, withoutNotice } from "../../scripts/notices.mjs";
import manifest from "../../package.json";
import { builtDist } from "../support/dist.ts";

/** Packages in a folder of their own, and a bundle that holds so many bytes of each. */
function bundleOf(packages: Readonly<Record<string, { readonly bytes: number; readonly licence?: string }>>): Metafile {
  const folder = mkdtempSync(join(tmpdir(), "prosody-config-notices-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const inputs = Object.entries(packages).map(([name, { bytes, licence }]): [string, { bytesInOutput: number }] => {
    const place = join(folder, "node_modules", name);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "package.json"), JSON.stringify({ name, version: "1.2.3" }));
    if (licence !== undefined) writeFileSync(join(place, "License.txt"), licence);
    return [join(place, "lib/index.js"), { bytesInOutput: bytes }];
  });
  const output = { inputs: Object.fromEntries(inputs), bytes: 0, imports: [], exports: [] } as Metafile["outputs"][string];
  return { inputs: {}, outputs: { "a.js": output } };
}

test("every package of which a bundle holds something is named, with its licence", () => {
  const bundle = bundleOf({ "@scope/one": { bytes: 1, licence: "Use it well." }, unused: { bytes: 0, licence: "Not told." } });
  const text = notices([bundle]);
  expect(text).toMatch(/^=+\n@scope\/one 1\.2\.3\n\nUse it well\.$/m);
  expect(text).not.toContain("Not told.");
  expect(withoutNotice(text, [bundle])).toEqual([]);
  expect(withoutNotice(text, [bundleOf({ other: { bytes: 1, licence: "" } })])).toEqual(["other 1.2.3"]);
});

test("a package without a licence is not bundled", () => {
  expect(() => notices([bundleOf({ bare: { bytes: 1 } })])).toThrow(
    /node_modules\/bare is bundled, and has no file with its licence/,
  );
});

test("what is shipped names all that it is made of", async () => {
  const text = readFileSync(join(await builtDist(), "THIRD-PARTY-NOTICES.txt"), "utf8");
  const titles = [...text.matchAll(/^=+\n(.*)\n\n(?=[^=])/gm)].map(([, title = ""]) => title);
  const packages = Object.entries(manifest.dependencies).map(([name, version]) => `${name} ${version}`);
  expect(titles).toEqual(expect.arrayContaining(packages));
  expect(text).toContain("Lua.org, PUC-Rio");
});
