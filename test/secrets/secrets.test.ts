// A secret at every place where people keep one: neither the editor nor the command line says it, in whatever they are asked.

import { DiagnosticSeverity } from "vscode-languageserver/node";
import { beforeAll, describe, expect, test } from "vitest";
import { SECRET, checkCli } from "../cli/checkCli.ts";
import { connectInMemory } from "../support/lsp.ts";
import type { TestClient } from "../support/lsp.ts";
import { places } from "./places.ts";
import type { Place } from "./places.ts";

const ALL = places(SECRET).map((place, i) => ({ ...place, path: `${i}/${place.path}` }));
const of = (name: string): readonly Place[] => ALL.filter(({ path }) => path.endsWith(`/${name}`));
const files = Object.fromEntries(ALL.map(({ path, text }) => [path, text]));

const LANGUAGES: readonly (readonly [RegExp, string])[] = [[/lua$/, "prosody"], [/ya?ml$/, "yaml"], [/file$/, "dockerfile"], [/sh$/, "shellscript"]]; // prettier-ignore

describe("the editor", () => {
  let client: TestClient;
  const traced: string[] = [];

  beforeAll(async () => {
    client = await connectInMemory({ folders: ["file:///w"], files: new Map(Object.entries(files).map(([path, text]) => [`file:///w/${path}`, text])) });
    client.connection.onNotification("$/logTrace", (params) => void traced.push(JSON.stringify(params)));
    await client.connection.sendNotification("$/setTrace", { value: "verbose" });
    return () => client.stop();
  }); // prettier-ignore

  test.each(ALL)("$path: $text", async ({ path, text }) => {
    const uri = `file:///w/${path}`;
    await client.open(uri, text, LANGUAGES.find(([name]) => name.test(path))?.[1] ?? "dotenv");
    const diagnostics = await client.diagnostics(uri);
    const said: unknown[] = [diagnostics];
    const textDocument = { uri };
    const ask = async (method: string, params: object): Promise<void> => {
      said.push(await client.connection.sendRequest(method, { textDocument, ...params }));
    };
    const lines = text.split("\n");
    for (const [line, content] of lines.entries()) {
      const at = Math.max(0, content.indexOf(SECRET));
      for (const character of new Set([0, at, at + 4, at + SECRET.length, content.length])) {
        const position = { line, character: Math.min(character, content.length) };
        await ask("textDocument/hover", { position });
        const proposed = await client.completion(uri, position);
        said.push(proposed);
        for (const item of proposed?.items.slice(0, 3) ?? []) said.push(await client.resolve(item));
      }
    }
    for (const method of ["documentSymbol", "codeLens", "documentLink"]) await ask(`textDocument/${method}`, {});
    const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    const actions = await client.connection.sendRequest("textDocument/codeAction", {
      textDocument,
      range,
      context: { diagnostics },
    });
    said.push((actions as readonly { title: string }[]).map(({ title }) => title));
    said.push(await client.connection.sendRequest("prosody/upgrade", { uri, to: "13.0" }).catch(() => undefined));
    await client.close(uri);
    expect(JSON.stringify([withoutEdits(said), client.logged, traced])).not.toContain(SECRET);
    // Otherwise nothing would have been looked at.
    expect(diagnostics.every(({ severity }) => severity !== undefined && severity >= DiagnosticSeverity.Error)).toBe(true);
  });
});

/** An edit of a file may hold what stands in it. */
function withoutEdits(said: unknown): unknown {
  const text = JSON.stringify(said, (key, value: unknown) =>
    /^(?:newText|textEdit|edits?|text)$/.test(key) ? undefined : value,
  );
  return JSON.parse(text);
}

/** What `checkCli` looks for itself: no output holds the secret. */
describe("the command line", () => {
  test.each(["pretty", "json", "github"])("check --format %s", async (format) => {
    const { stdout } = await checkCli(["check", "--format", format, "."], { files });
    expect(stdout).not.toBe("");
  });

  test.each(["--fix", "--fix-unsafe"])("check %s", async (flag) => {
    const { stdout } = await checkCli(["check", flag, "."], { files });
    expect(stdout).not.toBe("");
  });

  test("check --upgrade-from", async () => {
    const { code } = await checkCli(["check", "--upgrade-from", "0.12", "."], { files });
    expect(code).toBeLessThan(2);
  });

  // An evaluation takes its time, and what is printed of one option is printed of all.
  test("effective", { timeout: 120_000 }, async () => {
    for (const { path } of of("prosody.cfg.lua")) await checkCli(["effective", path], { files });
  });

  test.each(["docker-run", "dns"])("%s of configurations", { timeout: 60_000 }, async (command) => {
    const some = of("prosody.cfg.lua").filter((_, i) => i % 8 === 0);
    for (const { text } of some) await checkCli([command, "prosody.cfg.lua"], { files: { "prosody.cfg.lua": text } });
  });

  test.each(["convert", "docker-run", "compose", "quadlet", "k8s"])("%s of env files", { timeout: 60_000 }, async (command) => {
    for (const { text } of of(".env")) await checkCli([command, ".env"], { files: { ".env": text } });
  });
});
