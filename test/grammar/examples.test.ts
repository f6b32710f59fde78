// The examples as a reader sees them: nothing stays open at the end of a line that should not, nothing is marked as illegal.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadProsodyGrammar, tokenise } from "./tokenise.ts";

const grammar = await loadProsodyGrammar();
const folder = fileURLToPath(new URL("../../examples/", import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".cfg.lua"));

describe("examples", () => {
  it("are there", () => {
    expect(files.length).toBeGreaterThanOrEqual(4);
  });

  it.each(files)("%s leaves no string and no comment open at the end of a line", (file) => {
    const open = tokenise(grammar, readFileSync(folder + file, "utf8")).filter((line) =>
      line.open.some((scope) => /^(string|comment|invalid)\b/.test(scope)),
    );
    expect(open.map((line) => line.text)).toEqual([]);
  });

  it.each(files)("%s closes all its brackets", (file) => {
    const lines = tokenise(grammar, readFileSync(folder + file, "utf8"));
    expect(lines.at(-1)?.open.filter((scope) => /^meta\.(table|parentheses|brackets)\b/.test(scope))).toEqual([]);
  });

  it.each(files)("%s has no illegal characters", (file) => {
    const tokens = tokenise(grammar, readFileSync(folder + file, "utf8")).flatMap((line) => line.tokens);
    expect(
      tokens.filter((token) => token.scopes.some((scope) => scope.startsWith("invalid."))).map((token) => token.text),
    ).toEqual([]);
  });
});
