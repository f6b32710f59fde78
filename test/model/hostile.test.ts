// Texts made to cost much: what is doubled from line to line, and chains as long as the file. None throws, and none takes long.

import { describe, expect, test } from "vitest";
import { readModule } from "../../server/src/core/schema/customModules/readModule.ts";
import { cpuTime } from "../support/cpuTime.ts";
import { configOf, settingLine } from "../support/model.ts";

function lines(count: number, line: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => `${line(i + 1)}\n`).join("");
}

function settingsOf(text: string): readonly string[] {
  let found: readonly string[] = [];
  expect(cpuTime(() => (found = configOf(text).settings.map(settingLine)))).toBeLessThan(1000);
  return found;
}

describe("what doubles is unknown in the end", () => {
  const doublings: Readonly<Record<string, readonly [first: string, next: (i: number) => string]>> = {
    tables: ['{ "a@b" }', (i) => `{ v${i - 1}, v${i - 1} }`],
    keys: ['{ "a@b" }', (i) => `{ [v${i - 1}] = v${i - 1} }`],
    strings: ['"x"', (i) => `v${i - 1} .. v${i - 1}`],
    fallbacks: ["ENV_A or ENV_B", (i) => `v${i - 1} or v${i - 1}`],
  };
  test.each(Object.keys(doublings))("%s", (name) => {
    const [first, next] = doublings[name] ?? ["", () => ""];
    const text = `local v0 = ${first}\n${lines(40, (i) => `local v${i} = ${next(i)}`)}`;
    const found = settingsOf(`${text}admins = v40\nVirtualHost(v40)\n`).join();
    expect(found).toContain("<dynamic>");
    expect(found.length).toBeLessThan(10_000);
  });

  test("within one statement", () => {
    const [found = ""] = settingsOf(`local v = { ${'"a"; '.repeat(150)}}\nadmins = { ${"v; ".repeat(150)}}\n`);
    expect(found).toContain('"a"');
    expect(found).toContain("<dynamic>");
    expect(found.length).toBeLessThan(20_000);
  });

  test("deeper and deeper", () => {
    const text = `local v0 = {}\n${lines(1000, (i) => `local v${i} = { v${i - 1} }`)}admins = v1000\n`;
    expect(settingsOf(text).join()).toContain("~<dynamic>");
  });

  test("but a list that several hosts share is known", () => {
    const list = `{ ${'"roster"; '.repeat(60)}}`;
    const text = `local common = ${list}\n${lines(500, (i) => `VirtualHost "h${i}"\nmodules_enabled = common`)}`;
    expect(settingsOf(text).filter((line) => line.includes("<dynamic>"))).toEqual([]);
  });
});

/** What is said of the last statement does not depend on the first. */
const CHAINS: Readonly<Record<string, string>> = {
  calls: `a = f${"()".repeat(5000)}`,
  "calls with strings": `foo${' "a"'.repeat(5000)}`,
  methods: `b${":c()".repeat(5000)}`,
  members: `a = b${".c".repeat(5000)}`,
  indexes: `a = b${"[1]".repeat(5000)}`,
  "members that are set": `b${".c".repeat(5000)} = 1`,
  concatenations: `a = ${'"x" .. '.repeat(5000)}"x"`,
  sums: `a = ${"1 + ".repeat(5000)}1`,
  comparisons: `a = ${"1 < ".repeat(5000)}1`,
  or: `a = ${"ENV_X or ".repeat(5000)}1`,
  and: `a = ${"x and ".repeat(5000)}1`,
  not: `a = ${"not ".repeat(5000)}true`,
  alternatives: `if a then b = 1 ${"elseif c then b = 2 ".repeat(3000)}end`,
};

test.each(Object.keys(CHAINS))("a long chain of %s", (name) => {
  const text = `${CHAINS[name] ?? ""}\nadmins = { "x@y" }\n`;
  expect(settingsOf(text).at(-1)).toBe('admins = { "x@y" }');
});

test.each(Object.keys(CHAINS))("a long chain of %s in a module", (name) => {
  const text = `local x = module:get_option_string("first")\n${CHAINS[name] ?? ""}\nx = module:get_option_string("last")\n`;
  const { options = {} } = readModule(text, "own");
  expect(Object.keys(options)).toContain("last");
});

/** Lua takes no file with such a line. */
const DEEP: Readonly<Record<string, string>> = {
  brackets: `a = ${"(".repeat(5000)}1${")".repeat(5000)}`,
  tables: `a = ${"{".repeat(5000)}${"}".repeat(5000)}`,
  blocks: `${"do ".repeat(5000)}${"end ".repeat(5000)}`,
  functions: `a = ${"function() return ".repeat(3000)}1${" end".repeat(3000)}`,
};

test.each(Object.keys(DEEP))("nothing in deep %s throws", (name) => {
  expect(settingsOf(DEEP[name] ?? "")).toEqual([]);
  expect(readModule(DEEP[name] ?? "", "own").options).toBeUndefined();
});

test("brackets and operators inside each other", () => {
  const text = `a = ${`{ ${"not ".repeat(150)}`.repeat(150)}1${" }".repeat(150)}`;
  expect(
    settingsOf(`${text}
b = 1
`).at(-1),
  ).toBe("b = 1");
});

test("names inside a long chain are read", () => {
  expect(
    configOf(`local inner = 1\na = ${"other(".repeat(20)}f${"()".repeat(3000)}[inner]${")".repeat(20)}\n`).readNames,
  ).toContain("f");
});
