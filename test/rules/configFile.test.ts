// What .prosody-config.json says: each mistake is told at its place and left out, and what is right beside it counts.

import { describe, expect, test } from "vitest";
import { isIgnored, parseConfig } from "../../server/src/core/rules/configFile.ts";

/** Mistakes with the text that each is about. */
function mistakes(config: object): readonly (readonly [string, string])[] {
  const text = JSON.stringify(config);
  return parseConfig(text).problems.map(({ span, message }) => [text.slice(span.start, span.end), message]);
}

describe("rules that do not exist", () => {
  test("are told with the one that may be meant", () => {
    expect(mistakes({ rules: { "unknown-optoin": "off" } })).toEqual([
      ['"unknown-optoin"', "There is no rule `unknown-optoin`. Did you mean `unknown-option`?"],
    ]);
  });

  test("or without one, where none is like it", () => {
    expect(mistakes({ rules: { zzzzzzzz: "off" } })).toEqual([['"zzzzzzzz"', "There is no rule `zzzzzzzz`."]]);
  });

  test("what a parser says is none", () => {
    expect(mistakes({ rules: { "syntax/unclosed": "off" } })).toEqual([
      ['"syntax/unclosed"', "What a parser says is always an error: the file is refused."],
    ]);
  });
});

test("what is wrong is left out, and the rest counts", () => {
  const config = {
    version: "0.12",
    rules: { "unknown-option": "error", "wrong-type": "fatal", "no-such": "off", "debug-log": "off" },
    env: { dialect: "shell" },
    schema: "own.json",
    ignore: ["a/**"],
    extra: true,
  };
  expect(parseConfig(JSON.stringify(config)).config).toEqual({
    version: "0.12",
    rules: { "unknown-option": "error", "debug-log": "off" },
    ignore: ["a/**"],
  });
  expect(mistakes(config).length).toBe(5);
});

test("all of it counts where nothing is wrong", () => {
  const config = { version: "13.0", rules: {}, env: { dialect: "podman" }, schema: ["own.json"], ignore: [] } as const;
  const { env, ...rest } = config;
  expect(parseConfig(JSON.stringify(config))).toEqual({ config: { ...rest, ...env }, problems: [] });
});

test.each(["", "[]", "null", '{ "rules": 1 }', "{"])("%j says nothing, and is told of", (text) => {
  const { config, problems } = parseConfig(text);
  expect(config).toEqual({ rules: {}, ignore: [] });
  expect(problems.length).toBeGreaterThan(0);
});

test.each([
  ["conf.avail", "conf.avail/a.cfg.lua", true],
  ["./conf.avail/", "conf.avail/deep/a.cfg.lua", true],
  ["/conf.avail", "conf.avail", true],
  ["*.old.cfg.lua", "a.old.cfg.lua", true],
  ["*.old.cfg.lua", "conf.d/a.old.cfg.lua", false],
  ["**/.hidden", "a/.hidden/b", true],
  ["conf.avail", "conf.available/a.cfg.lua", false],
])("%s: whether %s is ignored", (pattern, path, ignored) => {
  expect(isIgnored({ rules: {}, ignore: ["other", pattern] }, path)).toBe(ignored);
});

test("a pattern that is too long to be one ignores nothing", () => {
  expect(isIgnored({ rules: {}, ignore: ["x".repeat(70_000)] }, "x")).toBe(false);
});
