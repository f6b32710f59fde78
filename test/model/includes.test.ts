// Which files an Include stands for, as absolute paths, and which names a wildcard means.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { includeTargets, matches } from "../../server/src/core/model/includes.ts";
import { cpuTime } from "../support/cpuTime.ts";
import { configOf } from "../support/model.ts";

const FILE = "/etc/prosody/prosody.cfg.lua";

/** `text of the span -> pattern`, one line for each Include. */
function targetLines(text: string, path = FILE): readonly string[] {
  return includeTargets(configOf(text), path).map(({ span, pattern }) => {
    const meant = pattern.kind === "file" ? pattern.path : `${pattern.folder} : ${pattern.name}`;
    return `${text.slice(span.start, span.end)} -> ${meant}`;
  });
}

describe("targets", () => {
  test.each([
    ["beside the file", 'Include "a.cfg.lua"', ["a.cfg.lua -> /etc/prosody/a.cfg.lua"]],
    ["below it", "Include 'conf.d/a.lua'", ["conf.d/a.lua -> /etc/prosody/conf.d/a.lua"]],
    ["above it", 'Include "../a.lua"', ["../a.lua -> /etc/a.lua"]],
    ["above the root is the root", 'Include "../../../../a.lua"', ["../../../../a.lua -> /a.lua"]],
    ["absolute", 'Include "/srv//x/./a.lua"', ["/srv//x/./a.lua -> /srv/x/a.lua"]],
    ["long brackets", "Include [[a.lua]]", ["[[a.lua]] -> /etc/prosody/a.lua"]],
    ["with parentheses, and the other name", 'include("a.lua")', ["a.lua -> /etc/prosody/a.lua"]],
    ["escapes", 'Include "a\\46lua"', ['"a\\46lua" -> /etc/prosody/a.lua']],
    ["worked out", 'local d = "conf.d"\nInclude(d .. "/a.lua")', ['d .. "/a.lua" -> /etc/prosody/conf.d/a.lua']],
    ["wildcard", 'Include "conf.d/*.cfg.lua"', ["conf.d/*.cfg.lua -> /etc/prosody/conf.d : *.cfg.lua"]],
    ["wildcard beside the file", 'Include "host-?.lua"', ["host-?.lua -> /etc/prosody : host-?.lua"]],
    ["absolute wildcard", 'Include "/srv/x/*.lua"', ["/srv/x/*.lua -> /srv/x : *.lua"]],
    ["a wildcard right below the root is relative", 'Include "/*.lua"', ["/*.lua -> /etc/prosody : *.lua"]],
    ["a wildcard in a folder is meant as it is", 'Include "c*/a.lua"', ["c*/a.lua -> /etc/prosody/c* : a.lua"]],
    ["a wildcard without a last part", 'Include "conf.d/*/"', []],
    ["empty", 'Include ""', []],
    ["only in some runs", 'if x then Include "a.lua" end', []],
    ["in a function", 'function f() Include "a.lua" end', []],
    ["not constant", 'Include(ENV_FILE or "a.lua")\nInclude(x)', []],
    ["no text", "Include(5)", []],
    ["being typed", 'Include "a.lu', []],
  ])("%s", (_, text, expected) => {
    expect(targetLines(text)).toEqual(expected);
  });

  test("of a file right below the root", () => {
    expect(targetLines('Include "a.lua"\nInclude "*.lua"', "/prosody.cfg.lua")).toEqual([
      "a.lua -> /a.lua",
      "*.lua -> / : *.lua",
    ]);
  });
});

describe("names", () => {
  const means = (name: string, path: string): boolean => matches({ kind: "glob", folder: "/etc/conf.d", name }, path);

  test.each([
    ["*.cfg.lua", "/etc/conf.d/a.cfg.lua", true],
    ["*.cfg.lua", "/etc/conf.d/a.cfg.lua~", false],
    ["*.cfg.lua", "/etc/conf.d/axcfg.lua", false],
    ["*.cfg.lua", "/etc/conf.d/.hidden.cfg.lua", false],
    [".*", "/etc/conf.d/.hidden", false],
    ["*.cfg.lua", "/etc/conf.d/below/a.cfg.lua", false],
    ["*.cfg.lua", "/etc/a.cfg.lua", false],
    ["*", "/etc/conf.d/anything", true],
    ["*", "/etc/conf.d/", false],
    ["?.lua", "/etc/conf.d/a.lua", true],
    ["?.lua", "/etc/conf.d/.lua", false],
    ["?.lua", "/etc/conf.d/ab.lua", false],
    ["?.lua", "/etc/conf.d/é.lua", false],
    ["??.lua", "/etc/conf.d/é.lua", true],
    ["ü*.lua", "/etc/conf.d/über.lua", true],
    ["[ab].lua", "/etc/conf.d/a.lua", false],
    ["[ab]*.lua", "/etc/conf.d/[ab]1.lua", true],
    ["a*b*c", "/etc/conf.d/a-b-b-c", true],
    ["a*b*c", "/etc/conf.d/a-c-b", false],
    ["A.*", "/etc/conf.d/a.lua", false],
  ])("%s and %s: %s", (name, path, expected) => {
    expect(means(name, path)).toBe(expected);
  });

  test("without a wildcard it is that file alone", () => {
    expect(matches({ kind: "file", path: "/etc/.a" }, "/etc/.a")).toBe(true);
    expect(matches({ kind: "file", path: "/etc/a" }, "/etc/a.lua")).toBe(false);
  });

  test("as a regular expression would have it", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", ".", "*", "?"), maxLength: 10 });
    const name = fc.string({ unit: fc.constantFrom("a", "b", "."), minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(text, name, (pattern, given) => {
        const source = pattern.replace(/\./g, "\\.").replace(/\?/g, ".").replace(/\*/g, ".*");
        expect(means(pattern, `/etc/conf.d/${given}`)).toBe(!given.startsWith(".") && new RegExp(`^${source}$`).test(given));
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });

  test("quickly, and for any text", () => {
    const time = cpuTime(() => expect(means(`${"*a".repeat(100)}b`, `/etc/conf.d/${"a".repeat(250)}`)).toBe(false));
    expect(time).toBeLessThan(500);
    expect(means("\uD800*", "/etc/conf.d/x")).toBe(false);
  });
});
