// The bundles of the core: the engine stands alone, the others stand on it, and nothing is in two of them.

import { build } from "esbuild";
import type { BuildOptions } from "esbuild";
import { describe, expect, test } from "vitest";
import { dockerfileOptions, engineAlone, engineOptions, inWorkshop, workshopOptions } from "../../scripts/engineBundle.mjs";

const OPTIONS = {
  bundle: true,
  platform: "browser",
  mainFields: ["browser", "module", "main"],
  logLevel: "silent",
  metafile: true,
  write: false,
} satisfies BuildOptions;

/** What a bundle holds that came from a file. */
async function filesIn(options: BuildOptions): Promise<readonly string[]> {
  const { metafile } = await build({ ...OPTIONS, ...options, metafile: true });
  const parts = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return parts.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
}

const ours = (files: readonly string[]): readonly string[] =>
  files.flatMap((path) => /server\/src\/core\/(.*)$/.exec(path)?.[1] ?? []);

describe("engine and workshop", () => {
  test("share no file, neither of ours nor of a package", async () => {
    const [engine, workshop] = await Promise.all([filesIn(engineOptions()), filesIn(workshopOptions())]);
    expect(ours(engine).filter(inWorkshop)).toEqual([]);
    expect(ours(engine)).toContain("analyse.ts");
    expect(workshop.some((path) => path.includes("node_modules/yaml/"))).toBe(true);
    // What both need of a package is exported by a module of the engine.
    const shared = workshop.filter((path) => path !== "<stdin>" && engine.includes(path));
    expect(shared).toEqual([]);
  });

  test("what reads Dockerfiles is apart, with its library alone", async () => {
    const [workshop, dockerfile] = await Promise.all([filesIn(workshopOptions()), filesIn(dockerfileOptions())]);
    expect(ours(dockerfile.filter((path) => !path.startsWith("engine:")))).toEqual(["syntax/containers/dockerfileLines.ts"]);
    expect(workshop.filter((path) => path.includes("dockerfile-ast"))).toEqual([]);
    const packages = dockerfile.flatMap((path) => /node_modules\/([\w-]+)/.exec(path)?.[1] ?? []);
    expect([...new Set(packages)].sort()).toEqual(["dockerfile-ast", "vscode-languageserver-textdocument"]);
  });

  test("the build says which import of the engine's leads to the workshop", async () => {
    const plugins = [engineAlone((key) => key === "text/lineIndex.ts")];
    await expect(build({ ...OPTIONS, ...engineOptions(), plugins })).rejects.toThrow(
      /core\/analyse\.ts imports core\/text\/lineIndex\.ts, which is part of the workshop: what every key stroke needs/,
    );
  });
});
