// Which values each kind of type takes, after the functions with which Prosody reads options. A case is Lua source; what is
// wrong with it is told as `problem at source`, with `→ meant` where one plain reading is proposed.

import { describe, expect, test } from "vitest";
import { checkValue } from "../../server/src/core/schema/kinds/check.ts";
import { describeType } from "../../server/src/core/schema/kinds/describe.ts";
import { typesAt, walkTyped } from "../../server/src/core/schema/kinds/walk.ts";
import type { SimpleKind, TypeSpec } from "../../server/src/core/schema/types.ts";
import { configOf, valueText } from "../support/model.ts";
import type { Value } from "../../server/src/core/model/value.ts";

function valueOf(source: string): { readonly text: string; readonly value: Value } {
  const text = `x = ${source}`;
  const [setting] = configOf(text).settings;
  if (setting === undefined) throw new Error(`no value in ${text}`);
  return { text, value: setting.value };
}

function problems(type: TypeSpec, source: string, raw = false): readonly string[] {
  const { text, value } = valueOf(source);
  return checkValue(type, value, raw).map(({ problem, span, meant }) => {
    const place = `${problem} at ${text.slice(span.start, span.end)}`;
    return meant === undefined ? place : `${place} → ${String(meant)}`;
  });
}

interface KindCase {
  readonly type: TypeSpec;
  readonly takes?: readonly string[];
  /** Source, and what is wrong; a type problem with the whole value unless said otherwise. */
  readonly refuses?: Readonly<Record<string, readonly string[] | string>>;
  readonly raw?: boolean;
}

function checkKind({ type, takes = [], refuses = {}, raw = false }: KindCase): void {
  for (const source of takes) expect(problems(type, source, raw), source).toEqual([]);
  for (const [source, wrong] of Object.entries(refuses)) {
    expect(problems(type, source, raw), source).toEqual(
      typeof wrong === "string" ? [wrong === "" ? `type at ${source}` : `type at ${source} → ${wrong}`] : wrong,
    );
  }
}

function run(cases: Readonly<Record<string, KindCase>>): void {
  test.each(Object.entries(cases))("%s", (_, item) => {
    checkKind(item);
  });
}

/** What nobody can know is never wrong. */
const UNKNOWN = ["nil", "f()", 'ENV_X or "y"', "function() end", "a.b", '"unfinished', "unset_name"];

const ALL_KINDS: readonly SimpleKind[] = [
  "any",
  "boolean",
  "string",
  "number",
  "integer",
  "percent",
  "port",
  "period",
  "rate",
  "size",
  "path",
  "host",
  "address",
  "ip",
  "cidr",
  "jid",
  "barejid",
  "url",
  "language",
  "module",
  "componentmodule",
  "role",
  "permission",
  "certificate",
  "xmlns",
  "mediatype",
  "function",
];

const COMPOUND: readonly TypeSpec[] = [
  ["boolean", "string"],
  { is: "list", items: "string" },
  { is: "list", items: "string", strict: true },
  { is: "map", keys: "host", values: "path" },
  { is: "record", fields: { a: { summary: "", type: "string" } } },
  { is: "enum", values: ["a", 1, true] },
  { is: "provider", of: "storage" },
  { is: "integer", min: 1, max: 5 },
];

describe("single values", () => {
  run({
    any: { type: "any", takes: ["true", "5", '"x"', "{}", "{ a = 1 }"] },
    function: { type: "function", takes: ["function() end", "f"] },
    boolean: {
      type: "boolean",
      takes: ["true", "false", '"true"', '"false"', "1", "0", "{ true }"],
      refuses: {
        '"yes"': "true",
        '"on"': "true",
        '"1"': "true",
        '"TRUE"': "true",
        '"no"': "false",
        '"off"': "false",
        '"0"': "false",
        '"maybe"': "",
        '""': "",
        "2": "",
        "{ true, false }": "",
        "{ a = true }": "",
        "{}": "",
      },
    },
    "boolean, read as it is": {
      type: "boolean",
      raw: true,
      takes: ["true", "false"],
      refuses: { '"true"': "true", "1": "true", "{ true }": "" },
    },
    string: {
      type: "string",
      takes: ['"x"', '""', "5", "true", "[[x]]", '{ "x" }'],
      refuses: { "{}": "", '{ "x", "y" }': "", '{ a = "x" }': "" },
    },
    "string, read as it is": { type: "string", raw: true, takes: ['"x"'], refuses: { "5": "", true: "" } },
    number: {
      type: "number",
      takes: ["5", "1.5", "-1", "0x10", '"5"', '" 5 "', '"-1.5e3"', '"0x10"', "{ 5 }", "60 * 60"],
      refuses: { true: "", '"x"': "", '""': "", '"5s"': "", '"0b1"': "", '"Infinity"': "", "{ 5, 6 }": "" },
    },
    "number, read as it is": { type: "number", raw: true, takes: ["5"], refuses: { '"5"': "5" } },
    integer: {
      type: "integer",
      takes: ["5", "5.0", "-1", '"5"', "0x10"],
      refuses: { "1.5": "1", '"1.5"': "1", '"x"': "", false: "" },
    },
    "integer within bounds": {
      type: { is: "integer", min: 1, max: 5 },
      takes: ["1", "5", '"3"'],
      refuses: { "0": ["range at 0 → 1"], "6": ["range at 6 → 5"], '"9"': ['range at "9" → 5'], "2.5": "2" },
    },
    size: { type: "size", takes: ["1024", "1024 * 1024", '"1024"'], refuses: { '"10M"': "" } },
    percent: { type: "percent", takes: ["50", '"50"', '"50%"', '" 12.5 % "'], refuses: { '"half"': "", true: "" } },
    port: {
      type: "port",
      takes: ["0", "5222", "65535", '"5222"'],
      refuses: { "65536": ["range at 65536 → 65535"], "-1": ["range at -1 → 0"], '"http"': "", "1.5": "1" },
    },
    period: {
      type: "period",
      takes: [
        "60",
        "0",
        "-1",
        "1.5",
        "false",
        '"60"',
        '"30s"',
        '"5 minutes"',
        '"2h"',
        '"1d"',
        '"1 week"',
        '"1 month"',
        '"1y"',
        '"never"',
        '"NEVER"',
      ],
      refuses: { true: "", '"day"': "", '""': "" },
    },
    "period within bounds": {
      type: { is: "period", min: 60 },
      takes: ["60", '"1h"', '"never"'],
      refuses: { "5": ["range at 5 → 60"] },
    },
    rate: { type: "rate", takes: ['"10kb/s"', '"1mb/s"', '"512b/s"'], refuses: { "10": "10b/s", '"fast"': "", true: "" } },
  });

  test.each([
    "path",
    "host",
    "address",
    "ip",
    "cidr",
    "jid",
    "barejid",
    "url",
    "language",
    "module",
    "componentmodule",
    "role",
    "permission",
    "certificate",
    "xmlns",
    "mediatype",
  ] as const)("%s is a text", (type) => {
    checkKind({ type, takes: ['"x"', '{ "x" }'], refuses: { "5": "", true: "", "{ a = 1 }": "" } });
  });

  run({
    "a path of a kind": { type: { is: "path", of: "folder" }, takes: ['"/x"'] },
    "a text with a sample": { type: { is: "string", placeholder: "x" }, takes: ['"y"', "5"] },
    "a provider": {
      type: { is: "provider", of: "storage" },
      takes: ['"sql"', '"of_mine"'],
      refuses: { "5": "", true: "", '{ a = "x" }': "" },
    },
  });
});

describe("choices", () => {
  const type: TypeSpec = { is: "enum", values: ["a", { value: "b", summary: "second" }, 1, false] };
  run({
    closed: {
      type,
      takes: ['"a"', '"b"', "1", "false", '{ "a" }'],
      refuses: {
        '"c"': ['value at "c"'],
        '"A"': ['value at "A"'],
        '"1"': ['value at "1"'],
        true: ["value at true"],
        '{ "a", "b" }': "",
      },
    },
    open: { type: { is: "enum", values: ["a"], open: true }, takes: ['"a"', '"anything"', "5"], refuses: { "{ a = 1 }": "" } },
  });

  test("a wrong one names what could stand there", () => {
    expect(checkValue(type, valueOf('"c"').value)[0]).toMatchObject({
      found: "c",
      choices: ["a", "b", "1", "false"],
      literal: true,
    });
    expect(checkValue(type, valueOf('"c" .. "d"').value)[0]).toMatchObject({ found: "cd", literal: false });
  });
});

describe("tables", () => {
  const list: TypeSpec = { is: "list", items: "integer" };
  const record: TypeSpec = {
    is: "record",
    fields: {
      a: { summary: "", type: "integer" },
      b: { summary: "", type: { is: "list", items: "string" } },
      "1": { summary: "", type: "string" },
    },
  };
  run({
    "a list": {
      type: list,
      takes: ["{}", "{ 1 }", "{ 1, 2 }", "5", '{ "5" }', "{ 1, f() }", "{ [x] = 1 }"],
      refuses: { '{ 1, "x" }': ['type at "x"'], '"x"': "", "{ 1, a = 2 }": ["key at a = 2"] },
    },
    "a list that must be one": {
      type: { is: "list", items: "integer", strict: true },
      takes: ["{}", "{ 1 }"],
      refuses: { "5": "" },
    },
    "a list of lists": {
      type: { is: "list", items: list },
      takes: ["{ { 1, 2 }, { 3 } }", "{ 1 }"],
      refuses: { '{ { "x" } }': ['type at "x"'] },
    },
    "a map": {
      type: { is: "map", keys: "host", values: "integer" },
      takes: ["{}", "{ a = 1 }", '{ ["b.c"] = "2" }', "{ [f()] = 1 }"],
      refuses: { "5": "", '{ a = "x" }': ['type at "x"'], "{ [5] = 1 }": ["type at 5"] },
    },
    "a record": {
      type: record,
      takes: [
        "{}",
        "{ a = 1 }",
        '{ ["a"] = 1 }',
        '{ b = "x" }',
        '{ b = { "x" }, a = 2 }',
        '{ "first" }',
        "{ a = f() }",
        "{ [f()] = 1 }",
      ],
      refuses: {
        "5": "",
        '{ a = "x" }': ['type at "x"'],
        "{ c = 1 }": ["key at c"],
        '{ a = "x", ["d"] = 1 }': ['type at "x"', 'key at "d"'],
        '{ "first", "second" }': ['item at "second"'],
      },
    },
    "an open record": {
      type: { is: "record", fields: { a: { summary: "", type: "integer" } }, open: true },
      takes: ["{ c = 1 }"],
      refuses: { "{ a = true }": ["type at true"] },
    },
  });

  test("names that objects have by themselves are no keys of a record", () => {
    for (const name of ["toString", "constructor", "__proto__"])
      expect(problems(record, `{ ["${name}"] = 1 }`)).toEqual([`key at "${name}"`]);
  });

  test("an unknown key names those that there are", () => {
    expect(checkValue(record, valueOf("{ c = 1 }").value)[0]).toMatchObject({
      found: "c",
      choices: expect.arrayContaining(["a", "b"]) as string[],
    });
  });
});

describe("unions", () => {
  run({
    "of single values": { type: ["boolean", "integer"], takes: ["true", "5", '"5"', '"true"'], refuses: { '"x"': "" } },
    "of a value and a table": {
      type: ["string", { is: "map", keys: "string", values: "integer" }],
      takes: ['"x"', "{ a = 1 }"],
      refuses: { '{ a = "x" }': ['type at "x"'] },
    },
    "of tables": {
      type: [
        { is: "list", items: "integer" },
        { is: "record", fields: { a: { summary: "", type: "integer" } } },
      ],
      takes: ["{ 1 }", "{ a = 1 }", "{}"],
      refuses: { true: "" },
    },
  });
});

describe("for every kind", () => {
  test("what nobody can know is never wrong", () => {
    for (const type of [...ALL_KINDS, ...COMPOUND]) {
      for (const source of UNKNOWN) {
        expect(problems(type, source), `${describeType(type)}: ${source}`).toEqual([]);
        expect(problems(type, source, true), `${describeType(type)}, as it is: ${source}`).toEqual([]);
      }
    }
  });

  test("there are words", () => {
    for (const type of [...ALL_KINDS, ...COMPOUND]) expect(describeType(type)).toMatch(/^[a-z`][^]*[a-zA-Z`"…0-9]$/);
  });
});

describe("words", () => {
  const cases: readonly (readonly [TypeSpec, string])[] = [
    ["port", "a port number"],
    [["boolean", "integer"], "`true` or `false` or a whole number"],
    [{ is: "list", items: "module" }, "a list of module names"],
    [{ is: "list", items: ["host", "jid"] }, "a list of host names or JIDs"],
    [{ is: "integer", min: 1, max: 5 }, "a whole number from 1 to 5"],
    [{ is: "integer", min: 1 }, "a whole number, at least 1"],
    [{ is: "enum", values: ["a", 1] }, 'one of `"a"`, `1`'],
    [{ is: "map", keys: "host", values: "path" }, "a table with host names as keys and paths as values"],
    [{ is: "provider", of: "auth" }, "the name of an authentication provider"],
  ];
  test.each(cases)("%j is %s", (type, words) => {
    expect(describeType(type)).toBe(words);
  });
});

describe("the types inside a value", () => {
  const type: TypeSpec = [
    "string",
    {
      is: "record",
      fields: {
        a: { summary: "", type: { is: "list", items: "module" } },
        b: { summary: "", type: { is: "map", keys: "host", values: "port" } },
        "1": { summary: "", type: "jid" },
      },
    },
  ];

  function places(source: string): readonly string[] {
    const found: string[] = [];
    walkTyped(type, valueOf(source).value, (place) => {
      if (place.kind === "field") found.push(`key ${place.name}`);
      else found.push(`${typeof place.type === "string" ? place.type : place.type.is} ${valueText(place.value)}`);
    });
    return found;
  }

  test("are visited, tables before their entries", () => {
    expect(places('"x"')).toEqual(['string "x"']);
    expect(places('{ a = { "m", "n" } }')).toEqual([
      'record { ["a"] = { "m"; "n" } }',
      "key a",
      'list { "m"; "n" }',
      'module "m"',
      'module "n"',
    ]);
    expect(places('{ a = "m" }')).toEqual(['record { ["a"] = "m" }', "key a", 'list "m"', 'module "m"']);
    expect(places('{ b = { ["h"] = 1 } }')).toEqual([
      'record { ["b"] = { ["h"] = 1 } }',
      "key b",
      'map { ["h"] = 1 }',
      'host "h"',
      "port 1",
    ]);
    expect(places('{ "u@h", c = 1 }')).toEqual(['record { "u@h"; ["c"] = 1 }', 'jid "u@h"']);
  });

  test("are found by path", () => {
    const at = (...path: readonly string[]): readonly string[] => typesAt(type, path).map(describeType);
    expect(at()).toEqual(["a text", "a table with the keys `1`, `a`, `b`"]);
    expect(at("a")).toEqual(["a list of module names"]);
    expect(at("a", "*")).toEqual(["a module name"]);
    expect(at("b", "any.host")).toEqual(["a port number"]);
    expect(at("toString")).toEqual([]);
    expect(at("a", "b")).toEqual([]);
  });
});
