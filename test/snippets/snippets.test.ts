// Every snippet must give valid Lua when it is accepted as it stands, and must behave well in the list of proposals.
import { readFileSync } from "node:fs";
import { parse } from "luaparse";
import { describe, expect, it } from "vitest";
import { expandSnippet, tabStops } from "../support/snippet.ts";

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const snippets = JSON.parse(readFileSync(new URL("../../snippets/prosody.json", import.meta.url), "utf8")) as Readonly<
  Record<string, Snippet>
>;
const entries = Object.entries(snippets);

describe("snippets", () => {
  it.each(entries)("%s parses with its defaults", (_name, snippet) => {
    const text = expandSnippet(snippet.body);
    expect(() => parse(text, { luaVersion: "5.3" })).not.toThrow();
    expect(text).not.toMatch(/\$\{|\$\d/);
  });

  it.each(entries)("%s parses with each of its choices", (_name, snippet) => {
    const source = snippet.body.join("\n");
    for (const match of source.matchAll(/\$\{(\d+)\|([^|]*)\|\}/g)) {
      for (const choice of (match[2] ?? "").split(",")) {
        const text = expandSnippet(source.replace(match[0], () => choice));
        expect(() => parse(text, { luaVersion: "5.3" }), choice).not.toThrow();
      }
    }
  });

  it.each(entries)("%s has the fields of a snippet, tab stops without gaps and a place to end", (_name, snippet) => {
    expect(Object.keys(snippet)).toEqual(["prefix", "description", "body"]);
    expect(snippet.prefix).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(snippet.description).toMatch(/^[A-Z].*\.$/);
    const stops = [...new Set(tabStops(snippet.body))].sort((a, b) => a - b);
    expect(stops).toEqual(stops.map((_stop, index) => index));
  });

  it.each(entries)("%s is indented with tabs, which the editor turns into what the file uses", (_name, snippet) => {
    for (const line of snippet.body) expect(line).not.toMatch(/^ | $/);
  });

  it("uses every prefix once", () => {
    const prefixes = entries.map(([, snippet]) => snippet.prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });
});

describe("expandSnippet", () => {
  it.each([
    ["plain", "plain"],
    ["a $1 b$0", "a  b"],
    ["${1:x}", "x"],
    ["${1:x} $1 ${1}", "x x x"],
    ["$1 ${1:x}", "x x"],
    ["${1:a ${2:b} c}", "a b c"],
    ["${1|a,b|}", "a"],
    ["${1|a\\,b,c|}", "a,b"],
    ['${1|"local",true|}', '"local"'],
    ["{ ${1:x} }", "{ x }"],
    ["\\$1 \\} \\\\ \\n", "$1 } \\ \\n"],
    ["${TM_FILENAME_BASE:file} $TM_LINE", "file "],
    ["5 $ 6", "5 $ 6"],
  ])("%s", (body, text) => {
    expect(expandSnippet(body)).toBe(text);
  });

  it("joins lines", () => {
    expect(expandSnippet(["a {", "\t$0", "}"])).toBe("a {\n\t\n}");
  });

  it.each(["${1:x", "${1/a/b/}", "${"])("refuses or keeps what is no snippet: %s", (body) => {
    if (body === "${") expect(expandSnippet(body)).toBe("${");
    else expect(() => expandSnippet(body)).toThrow("snippet");
  });
});
