// What a configuration is understood to say: settings with their sections and values, includes, environment variables. The lines
// are those of test/support/model.ts: `~` marks a value that was worked out, `?` what only some runs of the program do.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sectionAt } from "../../server/src/core/model/config.ts";
import { readFixture } from "../support/fixture.ts";
import { damage, damaged, validConfig } from "../support/luaTexts.ts";
import { configOf, sectionLine, settingLine, valueText } from "../support/model.ts";

const SEED = { seed: 20261123, numRuns: 300 };

interface Expected {
  readonly settings?: readonly string[];
  /** Without the global one at the start. */
  readonly sections?: readonly string[];
  readonly includes?: readonly string[];
  readonly env?: readonly string[];
  /** Names that are read and are no locals. */
  readonly reads?: readonly string[];
}

type Cases = readonly (readonly [string, string, Expected | readonly string[]])[];

function checkConfig(text: string, expected: Expected | readonly string[]): void {
  const file = configOf(text);
  const { settings, sections, includes, env, reads }: Expected = "length" in expected ? { settings: expected } : expected;
  if (settings !== undefined) expect(file.settings.map(settingLine)).toEqual(settings);
  if (sections !== undefined) expect(file.sections.slice(1).map(sectionLine)).toEqual(sections);
  if (includes !== undefined) {
    expect(file.includes.map(({ path, certain }) => valueText(path) + (certain ? "" : " ?"))).toEqual(includes);
  }
  if (env !== undefined) expect(file.envRefs.map((ref) => ref.name)).toEqual(env);
  if (reads !== undefined) expect([...file.readNames].sort()).toEqual(reads);
}

function run(cases: Cases): void {
  test.each(cases)("%s", (_, text, expected) => {
    checkConfig(text, expected);
  });
}

describe("sections", () => {
  run([
    ["none", "a = 1", { settings: ["a = 1"], sections: [] }],
    [
      "a host lasts until the next",
      'a = 1\nVirtualHost "x"\nb = 2\nVirtualHost "y"\nc = 3',
      ["a = 1", 'host "x": b = 2', 'host "y": c = 3'],
    ],
    ["a host's table does not last", 'VirtualHost "x" { a = 1; b = 2 }\nc = 3', ['host "x": a = 1', 'host "x": b = 2', "c = 3"]],
    ["a table ends the section before it too", 'VirtualHost "x"\nVirtualHost "y" { a = 1 }\nb = 2', ['host "y": a = 1', "b = 2"]],
    ["keys of a table", 'VirtualHost "x" { ["a"] = 1, "b", [c] = 3 }', ['host "x": a = 1']],
    [
      "aliases",
      'Host "x"\na = 1\nhost "y"\nb = 2\ncomponent "z"\nc = 3',
      ['host "x": a = 1', 'host "y": b = 2', 'component "z": c = 3'],
    ],
    ["a component's module", 'Component "x" "muc"\na = 1', ['component "x" "muc": a = 1']],
    ["a component with module and table", 'Component "x" "muc" { a = 1 }\nb = 2', ['component "x" "muc": a = 1', "b = 2"]],
    ["an external component's table", 'Component "x" { a = 1 }', ['component "x": a = 1']],
    ["parentheses", 'VirtualHost("x")\na = 1\nComponent("y")("muc")\nb = 2', ['host "x": a = 1', 'component "y" "muc": b = 2']],
    [
      "Prosody looks at one argument only",
      'Component("x", "muc")\nVirtualHost("y", { a = 1 })\nb = 2',
      { settings: ['host "y": b = 2'], sections: ['component "x"', 'host "y"'] },
    ],
    [
      "names from elsewhere",
      'local d = "x"\nVirtualHost(d)\nVirtualHost(ENV_D)\nVirtualHost(f())',
      { sections: ['host ~"x"', "host ENV D", "host <dynamic>"] },
    ],
    [
      "in a condition",
      'if ENV_X then VirtualHost "x" end\na = 1\nVirtualHost "y"\nb = 2',
      ['host "x" ?: a = 1 ?', 'host "y": b = 2'],
    ],
    ["in a loop", 'for _, h in ipairs { "x" } do VirtualHost(h)\na = 1 end', { settings: ["host ~<dynamic> ?: a = 1 ?"] }],
    ["in a do block", 'do VirtualHost "x" end\na = 1', ['host "x": a = 1']],
    [
      "in a function, which may never run",
      'function f() VirtualHost "x"\na = 1 end\nb = 2',
      { settings: ["b = 2"], sections: ['host "x" ?'] },
    ],
    [
      "after a call of such a function",
      'local function f() VirtualHost "x" end\nf()\na = 1\nVirtualHost "y"\nb = 2',
      ["a = 1 ?", 'host "y": b = 2'],
    ],
    [
      "a function with their name",
      'local function VirtualHost() end\nVirtualHost "x"\na = 1',
      { settings: ["a = 1"], sections: [] },
    ],
    ["without a name", "VirtualHost()\na = 1", { settings: ["a = 1"], sections: [] }],
  ]);
});

describe("the section at a place", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["at the start", '$0VirtualHost "x"', "global"],
    ["below a host", 'VirtualHost "x"\n$0', 'host "x"'],
    ["far below", 'VirtualHost "x"\na = 1\n\n\n$0', 'host "x"'],
    ["inside a table", 'VirtualHost "x" { $0 }', 'host "x"'],
    ["behind a table", 'VirtualHost "x" { }$0', "global"],
    ["behind a table below a host", 'VirtualHost "x"\nVirtualHost "y" { }\n$0', "global"],
    ["inside a function", 'function f() VirtualHost "x"\n$0 end', 'host "x" ?'],
    ["behind a function", 'function f() VirtualHost "x" end\n$0', "global"],
  ];
  test.each(cases)("%s", (_, source, expected) => {
    const { text, cursor = 0 } = readFixture(source);
    expect(sectionLine(sectionAt(configOf(text), cursor))).toBe(expected);
  });
});

describe("values", () => {
  run([
    [
      "literals",
      'a = "x" b = 5 c = -1.5 d = 0x10 e = true f = nil g = [[y]]',
      ['a = "x"', "b = 5", "c = -1.5", "d = 16", "e = true", "f = nil", 'g = "y"'],
    ],
    [
      "tables",
      'a = { 1, b = "x"; ["c d"] = {}, [2] = 3, [e] = 4 }',
      ['a = { 1; ["b"] = "x"; ["c d"] = {}; [2] = 3; [nil(e)] = 4 }'],
    ],
    ["in parentheses", 'a = ("x")', ['a = "x"']],
    ["joined", 'a = "x" .. "y" .. "z"', ['a = ~"xyz"']],
    ["joined with a number, which Lua may write with a dot", 'a = "x" .. 10 / 2', ["a = <dynamic>"]],
    [
      "calculated",
      "a = 60 * 60 * 24 b = 1 + 2 c = 2 ^ 10 d = 10 / 4 e = -(5)",
      ["a = ~86400", "b = ~3", "c = ~1024", "d = ~2.5", "e = -5"],
    ],
    [
      "calculated beyond what is exact",
      "a = 2 ^ 60 b = 1 / 0 c = 1024 * 1024 * 1024 * 1024 * 1024 * 1024",
      ["a = <dynamic>", "b = <dynamic>", "c = <dynamic>"],
    ],
    ["compared", 'a = 1 == 1 b = "x" and "y" c = #"x"', ["a = <dynamic>", "b = <dynamic>", "c = <dynamic>"]],
    ["not", "a = not true b = not x", ["a = ~false", "b = <dynamic>"]],
    ["or", 'a = nil or "x" b = false or 1 c = "x" or "y"', ['a = ~"x"', "b = ~1", 'c = ~"x"']],
    ["or after what another file may set", 'a = x or "y"', ["a = <dynamic>"]],
    [
      "functions and calls",
      'a = function() end b = f() c = FileLine "x" d = t.x e = t[1]',
      ["a = <dynamic>", "b = <dynamic>", "c = <dynamic>", "d = <dynamic>", "e = <dynamic>"],
    ],
    ["a name that nobody sets", "storage = sql", { settings: ["storage = nil(sql)"], reads: ["sql"] }],
    ["an option that is set", "a = 1\nb = a", { settings: ["a = 1", "b = <dynamic>"], reads: ["a"] }],
    ["a name of Lua", "a = math.huge b = debug", ["a = <dynamic>", "b = <dynamic>"]],
    ["several at once", "a, b = 1, 2", ["a = 1", "b = 2"]],
    ["several from a call", "a, b = f()", ["a = <dynamic>", "b = <dynamic>"]],
  ]);
});

describe("environment variables", () => {
  run([
    ["ENV_", "a = ENV_X", { settings: ["a = ENV X"], env: ["X"], reads: [] }],
    ["os.getenv", 'a = os.getenv("X") b = os.getenv "Y"', { settings: ["a = ENV X", "b = ENV Y"], env: ["X", "Y"] }],
    ["Lua.os.getenv", 'a = Lua.os.getenv("X")', { settings: ["a = ENV X"], env: ["X"] }],
    ["with a default", 'a = ENV_X or "y" b = os.getenv("Z") or 5', { settings: ['a = ENV X or "y"', "b = ENV Z or 5"] }],
    ["with a default that is another", 'a = ENV_X or ENV_Y or "z"', { settings: ['a = ENV X or ENV Y or "z"'], env: ["X", "Y"] }],
    ["in parentheses", "a = (ENV_X or 1)", ["a = ENV X or 1"]],
    ["in a table", "a = { ENV_X, { ENV_Y } }", { settings: ["a = { ENV X; { ENV Y } }"], env: ["X", "Y"] }],
    ["in a condition", 'if ENV_X == "1" then a = 1 end', { settings: ["a = 1 ?"], env: ["X"] }],
    [
      "in what is not understood",
      "a = f(ENV_X, { ENV_Y }) .. ENV_Z b = function() return ENV_W end",
      { env: ["X", "Y", "Z", "W"] },
    ],
    ["in loops", "for i = 1, ENV_N do a = ENV_M end while ENV_W do end repeat until ENV_R", { env: ["N", "M", "W", "R"] }],
    ["of a computed name", "a = os.getenv(x)", { settings: ["a = <dynamic>"], env: [] }],
    ["a local of that name is none", "local ENV_X = 1\na = ENV_X", { settings: ["a = ~1"], env: [] }],
  ]);
});

describe("local variables", () => {
  run([
    ["are no settings", "local a = 1\nlocal function b() end\nlocal c <const> = 2", { settings: [], reads: [] }],
    ["are known", 'local d = "x"\na = d', ['a = ~"x"']],
    ["are known inside tables", 'local d = "x"\na = { d, d .. "y" }', ['a = { ~"x"; ~"xy" }']],
    ["with an attribute", "local x <const> = 5\na = x", ["a = ~5"]],
    ["without a value", "local x\na = x", ["a = ~nil"]],
    ["end with their block", 'local x = "a"\ndo local x = "b"\na = x end\nb = x', ['a = ~"b"', 'b = ~"a"']],
    ["end with their loop", "for x = 1, 2 do end\na = x", ["a = nil(x)"]],
    ["end with their function", "function f() local x = 1 end\na = x", ["a = nil(x)"]],
    ["that hide a name", "a = 1\nlocal a = 2\na = 3\nb = a", ["a = 1", "b = ~3"]],
    ["from a value of the same name", "local a = a\nb = a", ["b = ~nil(a)"]],
    ["parameters", "function f(x) a = x end\nx = 1", ["x = 1"]],
    ["loop variables", "for i, x in pairs { 1 } do a = { i, x } end", ["a = { ~<dynamic>; ~<dynamic> } ?"]],
    ["set again", 'local x = "a"\nx = "b"\na = x', ['a = ~"b"']],
    ["set again by some runs only", 'local x = "a"\nif y then x = "b" end\na = x', ["a = ~<dynamic>"]],
    ["set again by a function", "local x = 1\nlocal function f() x = 2 end\na = x", ["a = ~<dynamic>"]],
    [
      "set again by a function that is a value",
      "local x = 1\na = function() x = 2 end\nb = x",
      ["a = <dynamic>", "b = ~<dynamic>"],
    ],
    ["of which a member is set", "local x = { 1 }\nx.y = 2\na = x", ["a = ~<dynamic>"]],
    ["that a function may change", "local x = { 1 }\ntable.insert(x, 2)\na = x", ["a = ~<dynamic>"]],
    ["that are only looked at", "local x = { 1 }\nfor _, y in ipairs(x) do end\na = x", ["a = ~{ 1 }"]],
    ["from too few values", "local x, y = 1\na = y", ["a = ~<dynamic>"]],
    ["called", 'local function f() end\nf { "x" }\nf:append { "y" }', { settings: [] }],
  ]);
});

describe("what some runs do", () => {
  run([
    ["if", "if x then a = 1 elseif y then b = 2 else c = 3 end\nd = 4", ["a = 1 ?", "b = 2 ?", "c = 3 ?", "d = 4"]],
    [
      "loops",
      "for i = 1, 2 do a = 1 end for _ in f do b = 2 end while x do c = 3 end repeat d = 4 until x",
      ["a = 1 ?", "b = 2 ?", "c = 3 ?", "d = 4 ?"],
    ],
    ["do is certain", "do a = 1 end", ["a = 1"]],
    [
      "functions set nothing yet",
      "function f() a = 1 end local function g() b = 2 end c = function() d = 3 end",
      ["c = <dynamic>"],
    ],
    ["but what they name is set somewhere", "function f() a = 1 end\nb = a", ["b = <dynamic>"]],
    ["functions are read for what they use", "function f() return x end y = function() return z end", { reads: ["x", "z"] }],
    [
      "Include",
      'Include "a"\ninclude("b")\nif x then Include "c" end\nInclude(ENV_D)',
      { includes: ['"a"', '"b"', '"c" ?', "ENV D"], settings: [] },
    ],
    ["return", "return { a = ENV_X }", { settings: [], env: ["X"] }],
  ]);
});

describe("other forms", () => {
  run([
    ["append", 'a:append { "x" }\na:append({ "y" })', ['a append { "x" }', 'a append { "y" }']],
    ["call", 'a { "x" }\na({ b = 1 })', ['a append { "x" }', 'a append { ["b"] = 1 }']],
    ["append below a host", 'VirtualHost "x"\na:append { 1 }', ['host "x": a append { 1 }']],
    ["append of something computed", "a:append(x)", { settings: [], reads: ["a", "x"] }],
    ["another method", "a:remove { 1 }", { settings: [] }],
    ["functions of Lua", "print { 1 }\nassert({})", { settings: [] }],
    ["functions of Lua whose name an option has taken", "debug = {}\ndebug { 1 }", ["debug = {}", "debug append { 1 }"]],
    ["functions of the author", "function f() end\nx = f()", { settings: ["x = <dynamic>"], reads: ["f"] }],
    [
      "members",
      'a.b = 1\nc["d"].e = 2\nf[g] = 3',
      { settings: ["a member <dynamic>", "c member <dynamic>", "f member <dynamic>"], reads: ["g"] },
    ],
    ["members of Lua's own tables", "_G.x = 1\nLua.x = 2", { settings: [] }],
  ]);
});

describe("broken statements", () => {
  run([
    ["no value yet", "a =\nb = 2", ["a = nil ?", "b = 2"]],
    ["an unfinished text", 'a = "x\nb = 2', ["a = <broken> ?", "b = 2"]],
    ["an unfinished text in a list", 'a = { "x", "y\nb = 2', ['a = { "x"; <broken> } ?', "b = 2"]],
    ["an unclosed list", 'a = {\n"x";\n\nb = 2', ['a = { "x" } ?', "b = 2"]],
    ["a missing separator", 'a = { "x" "y" }', ['a = { "x"; "y" } ?']],
    ["an if without end", "if x then\n\ta = 1\nb = 2", ["a = 1 ?", "b = 2"]],
    [
      "an unclosed table of a host",
      'VirtualHost "x" {\n\ta = 1;\n\nVirtualHost "y"\nb = 2',
      ['host "x" ?: a = 1 ?', 'host "y": b = 2'],
    ],
    ["a name alone", "a\nb = 2", ["b = 2"]],
  ]);
});

describe("for any text", () => {
  /** Every place lies in the text, and names stand where they are said to stand. */
  function checkPlaces(text: string): void {
    const file = configOf(text);
    const at = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);
    for (const { name, nameSpan, span, value, form } of file.settings) {
      expect([name, `"${name}"`, `'${name}'`, `["${name}"]`]).toContain(at(nameSpan));
      expect(span.start <= nameSpan.start && nameSpan.end <= span.end && span.end <= text.length).toBe(true);
      if (form !== "member")
        expect(span.start <= value.span.start && value.span.start <= value.span.end && value.span.end <= span.end).toBe(true);
    }
    for (const { directive, header, name } of file.sections) {
      if (directive !== undefined) expect(at(directive.span)).toBe(directive.text);
      if (name !== undefined) expect(header.start <= name.span.start && name.span.end <= header.end).toBe(true);
    }
    for (const { name, span } of file.envRefs) expect(at(span)).toContain(name);
    for (const { span } of file.includes) expect(at(span)).toMatch(/^[Ii]nclude/);
  }

  test("places in valid files", () => {
    fc.assert(fc.property(validConfig, checkPlaces), SEED);
  });

  test("literals stand where they are said to stand", () => {
    fc.assert(
      fc.property(validConfig, (text) => {
        for (const { value } of configOf(text).settings) {
          if (value.folded === true) continue;
          const source = text.slice(value.span.start, value.span.end);
          if (value.kind === "string") expect(source).toMatch(/^["'[][^]*["'\]]$/);
          if (value.kind === "number") expect(source).toMatch(/^-?[\d.]/);
          if (value.kind === "boolean") expect(source).toBe(String(value.value));
          if (value.kind === "table") expect(source).toMatch(/^\{[^]*\}$/);
          if (value.kind === "env") expect(source).toContain(value.name);
        }
      }),
      SEED,
    );
  });

  test("places in damaged files", () => {
    fc.assert(
      fc.property(validConfig, damage, (text, how) => {
        checkPlaces(damaged(text, how));
      }),
      SEED,
    );
  });

  test("places at the very end, where repairs add what is missing", () => {
    for (const text of [
      "a = 'x",
      "a = not '",
      "a = { [[x",
      "a = {",
      "a =",
      'VirtualHost "x',
      "a = 5kb",
      'a = "\\',
      "if x then a = '",
    ]) {
      checkPlaces(text);
    }
  });

  test("a file gives the same model with CRLF", () => {
    fc.assert(
      fc.property(validConfig, (text) => {
        const plain = text.replace(/\r\n/g, "\n");
        expect(configOf(plain.replace(/\n/g, "\r\n")).settings.map(settingLine)).toEqual(
          configOf(plain).settings.map(settingLine),
        );
      }),
      { ...SEED, numRuns: 100 },
    );
  });
});
