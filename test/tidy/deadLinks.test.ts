// Links that lead nowhere are found; and neither the pages of the repository nor those of the package have any.

import picomatch from "picomatch";
import { expect, test } from "vitest";
import { deadLinks } from "../../scripts/lib/deadLinks.mjs";
import { nameInPackage } from "../../scripts/lib/packageNames.mjs";
import { ALL_FILES, filesMatching, read, readJson } from "./sourceFiles.ts";

const OTHER = { path: "docs/b.md", text: "# B, `code` and more\n" };

function checkLinks(text: string, dead: readonly string[]): void {
  const found = deadLinks([{ path: "docs/a.md", text }, OTHER], ["docs/a.md", "docs/b.md", "images/c.png"]);
  expect(found).toEqual(dead.map((target) => `docs/a.md: ${target}`));
}

test.each([
  ["a file", "[b](b.md), ![c](../images/c.png)", []],
  ["no file", '[b](c.md), ![c](images/c.png "title")', ["c.md", "images/c.png"]],
  ["a folder", "[i](../images/) [x](../x/)", ["../x/"]],
  ["a heading", "[b](b.md#b-code-and-more)\n\n## Here\n\n[x](#here)", []],
  ["no heading", "[b](b.md#c) [x](#there)", ["b.md#c", "#there"]],
  ["by reference", "[b][x]\n\n[x]: gone.md\n", ["gone.md"]],
  ["in HTML", '<img src="../images/gone.png" width="1">', ["../images/gone.png"]],
  ["elsewhere", "[a](https://example.org) [b](mailto:a@example.org)", []],
  ["code", "`[a](b)`\n\n```md\n[a](gone.md)\n# Heading\n```\n", []],
] as const)("%s", (_, text, dead) => {
  checkLinks(text, dead);
});

test("the repository has none", () => {
  const pages = filesMatching(/\.md$/).map((path) => ({ path, text: read(path) }));
  expect(deadLinks(pages, ALL_FILES)).toEqual([]);
});

test("the package has none", () => {
  const { files } = readJson("package.json") as { readonly files: readonly string[] };
  const isPacked = picomatch(files.flatMap((pattern) => [pattern, `${pattern}/**`]));
  const packed = ALL_FILES.filter((path) => isPacked(path));
  const pages = packed.filter((path) => path.endsWith(".md")).map((path) => ({ path: nameInPackage(path), text: read(path) }));
  expect(pages.map(({ path }) => path)).toContain("docs/cli.md");
  expect(deadLinks(pages, packed.map(nameInPackage))).toEqual([]);
});
