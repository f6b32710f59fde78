// The Lua parser as its callers meet it: what it understands, what it says is wrong and where, and that nothing makes it fail.

import * as luaparse from "luaparse";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLua } from "../../../server/src/core/syntax/lua/parse.ts";
import { LineIndex } from "../../../server/src/core/text/lineIndex.ts";
import { cpuTime } from "../../support/cpuTime.ts";
import { damage, damaged, validConfig, validStatements } from "../../support/luaTexts.ts";

const SEED = { seed: 20261123, numRuns: 400 };

interface ExpectedIssue {
  readonly id: string;
  /** From 1, as Prosody's log names it. */
  readonly line: number;
  readonly message?: RegExp;
  /** Text after applying the issue's own fix. */
  readonly fixed?: string;
}

function checkIssues(text: string, expected: readonly ExpectedIssue[]): void {
  const { issues } = parseLua(text);
  const lines = new LineIndex(text);
  expect(issues.map((issue) => ({ id: issue.id, line: lines.at(issue.span.start).line + 1 }))).toEqual(
    expected.map(({ id, line }) => ({ id, line })),
  );
  expected.forEach((wanted, i) => {
    const issue = issues[i];
    if (wanted.message !== undefined) expect(issue?.message).toMatch(wanted.message);
    if (wanted.fixed === undefined) return;
    expect(parseLua(wanted.fixed).issues).toEqual([]);
    let result = text;
    for (const edit of [...(issue?.fix?.edits ?? [])].sort((a, b) => b.span.start - a.span.start)) {
      result = result.slice(0, edit.span.start) + edit.newText + result.slice(edit.span.end);
    }
    expect(result).toBe(wanted.fixed);
  });
}

/** The names that survive in a broken text, in order. */
function namesIn(text: string): readonly string[] {
  return parseLua(text).statements.flatMap(({ node }) => {
    if (node.type === "AssignmentStatement")
      return node.variables.flatMap((variable) => (variable.type === "Identifier" ? [variable.name] : []));
    if (node.type !== "CallStatement") return [node.type];
    let base: luaparse.Expression = node.expression;
    while ("base" in base) base = base.base;
    return base.type === "Identifier" ? [base.name] : [];
  });
}

describe("what is wrong, where Lua stops", () => {
  const cases: readonly (readonly [string, string, readonly ExpectedIssue[]])[] = [
    ["nothing", 'admins = { "a@b" }\n', []],
    ["an empty file", "", []],
    ["only a comment", "-- nothing", []],
    ["a Lua 5.4 attribute", "local x <const> = 5\ny = x", []],
    ["two statements on a line", "a = 1 b = 2", []],
    [
      "a missing separator",
      'modules_enabled = {\n\t"roster"\n\t"tls";\n}\n',
      [{ id: "missing-separator", line: 3, message: /`;` is missing/, fixed: 'modules_enabled = {\n\t"roster";\n\t"tls";\n}\n' }],
    ],
    [
      "a missing closing brace",
      'modules_enabled = {\n\t"roster";\n\nadmins = { "a@b" }\nVirtualHost "x"\nenabled = true\n',
      [{ id: "missing-separator", line: 5 }],
    ],
    [
      "a brace that is never closed",
      "admins = {\n",
      [{ id: "unclosed", line: 2, message: /line 1 is not closed before the file ends/ }],
    ],
    ["a brace too many", "admins = {} }\nx = 1", [{ id: "stray-bracket", line: 1, fixed: "admins = {} \nx = 1" }]],
    ["the wrong bracket", "admins = { (1 }\n", [{ id: "stray-bracket", line: 1, message: /needs `\)` first/ }]],
    [
      "a missing value",
      "storage =\nadmins = {}\n",
      [{ id: "missing-value", line: 2, message: /`storage` on line 1 has no value/ }],
    ],
    ["a name alone", "allow_reg", [{ id: "unfinished-statement", line: 1 }]],
    ["an unfinished text", 'storage = "sql\nadmins = {}', [{ id: "unfinished-string", line: 1 }]],
    ["an unfinished comment", "a = 1\n--[[ begun\nb = 2\n", [{ id: "unfinished-comment", line: 4, message: /begins on line 2/ }]],
    [
      "a host without quotes",
      "VirtualHost example.com\n",
      [{ id: "unquoted-name", line: 1, fixed: 'VirtualHost "example.com"\n' }],
    ],
    [
      "a host in a variable",
      'local domain = "example.com"\nVirtualHost domain\n',
      [{ id: "unquoted-name", line: 2, fixed: 'local domain = "example.com"\nVirtualHost(domain)\n' }],
    ],
    ["a quoted key", 'log = { "info" = "x" }\n', [{ id: "quoted-key", line: 1, fixed: 'log = { ["info"] = "x" }\n' }]],
    [
      "a size without quotes",
      "limits = { c2s = { rate = 10kb } }\n",
      [{ id: "malformed-number", line: 1, fixed: 'limits = { c2s = { rate = "10kb" } }\n' }],
    ],
    ["an unknown escape", 'data_path = "C:\\prosody"\n', [{ id: "bad-escape", line: 1 }]],
    ["a stray character", "storage = @sql\n", [{ id: "unexpected-character", line: 1 }]],
    ["a byte-order mark", "\ufeffa = 1\n", [{ id: "byte-order-mark", line: 1, fixed: "a = 1\n" }]],
    [
      "a first line for the shell",
      "#!/usr/bin/lua\na = 1\n",
      [{ id: "first-line-hash", line: 1, fixed: "--!/usr/bin/lua\na = 1\n" }],
    ],
    ["return before the end", "a = 1\nreturn a\nb = 2\n", [{ id: "unexpected", line: 3 }]],
    [
      "a word in the wrong place",
      "x = 1 then",
      [{ id: "unexpected", line: 1, message: /^`then` does not fit here after this number\./ }],
    ],
    ["a zero byte", "a = 1\0", [{ id: "not-text", line: 1 }]],
    [
      "each of two broken statements",
      'a = {\n"x" "y"\n}\nb = = 2\nc = 3\n',
      [
        { id: "missing-separator", line: 2 },
        { id: "missing-value", line: 4 },
      ],
    ],
  ];
  test.each(cases)("%s", (_, text, expected) => {
    checkIssues(text, expected);
  });

  test("texts are never repeated in a message", () => {
    for (const text of ['a = { "hunter2" "hunter2" }', 'password = "hunter2', 'x = "hunter2" "hunter2"', "pin = 123hunter2"]) {
      for (const issue of parseLua(text).issues) expect(issue.message).not.toContain("hunter2");
    }
  });
});

describe("what survives", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["a half-typed name", "a = 1\nallow_reg\nb = 2", ["a", "b"]],
    ["a missing value", "a =\nb = 2", ["a", "b"]],
    [
      "an unclosed list",
      'modules_enabled = {\n  "a";\n\nstorage = "sql"\nVirtualHost "x"\n  enabled = true',
      ["modules_enabled", "storage", "VirtualHost", "enabled"],
    ],
    [
      "an unclosed list inside a host",
      'VirtualHost "x"\n  ssl = {\n    key = "k";\n  admins = {}\nComponent "y"',
      ["VirtualHost", "ssl", "admins", "Component"],
    ],
    ["fields without separators", 'ssl = {\n  key = "k"\n  cert = "c";\n}\nb = 1', ["ssl", "b"]],
    ["an unclosed text", 'admins = { "a@b }\nstorage = "sql"', ["admins", "storage"]],
    ["an if without end", "a = 1\nif ENV_X then\n  b = 2\nc = 3", ["a", "IfStatement", "c"]],
  ];
  test.each(cases)("%s", (_, text, names) => {
    expect(namesIn(text)).toEqual(names);
  });
});

describe("for any text", () => {
  test("a valid file gives the same statements as luaparse gives for the whole", () => {
    fc.assert(
      fc.property(validConfig, (text) => {
        const whole = luaparse.parse(text.replace(/<const>/g, "       "), { luaVersion: "5.3", comments: false });
        const cut = parseLua(text);
        expect(cut.issues).toEqual([]);
        expect(cut.statements.map(({ node }) => strip(node))).toEqual(whole.body.map(strip));
      }),
      SEED,
    );
  });

  test("damage never throws, and every place lies inside the text", () => {
    fc.assert(
      fc.property(validConfig, damage, (text, how) => {
        const broken = damaged(text, how);
        const { issues, statements } = parseLua(broken);
        for (const { span } of issues) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(Math.max(1, broken.length));
          expect(span.start).toBeLessThanOrEqual(span.end);
        }
        for (const { toFile } of statements) expect(toFile(0)).toBeLessThanOrEqual(broken.length);
      }),
      SEED,
    );
  });

  test("random characters never throw", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."{}()[]=;,.\"'\\-@#\n ax1", "end", "if ", "[[", "]]", "\0", "💥") }),
        (text) => {
          parseLua(text);
        },
      ),
      SEED,
    );
  });

  test("damage in one statement leaves the statements before it whole", () => {
    fc.assert(
      fc.property(validStatements, (statements) => {
        const before = statements.filter((part) => !part.startsWith("--")).map((part) => `${part}\n`);
        const result = parseLua(`${before.join("")}broken = { "a" "b" = }\nafter = true\n`);
        const names = namesIn(`${before.join("")}broken = { "a" "b" = }\nafter = true\n`);
        expect(names.at(-1)).toBe("after");
        expect(result.statements.length).toBeGreaterThanOrEqual(before.length + 1);
      }),
      SEED,
    );
  });

  test("what the text was before changes nothing", () => {
    fc.assert(
      fc.property(validConfig, damage, (text, how) => {
        const broken = damaged(text, how);
        const [before, afterwards, fresh] = [parseLua(text), parseLua(broken, parseLua(text)), parseLua(broken)];
        expect(before.issues).toEqual([]);
        expect(afterwards.issues).toEqual(fresh.issues);
        expect(afterwards.chunkStarts).toEqual(fresh.chunkStarts);
      }),
      { ...SEED, numRuns: 100 },
    );
  });
});

describe("after an edit elsewhere", () => {
  const text = (b: string): string => `a = = 1 -- prosody-ignore x\n${b}c = = 3\n-- prosody-ignore y\nd = 4\n`;

  test.each(["b = 25\n", "", "b = 2\nbb = 2\n", "b = = 2\n", "b = 2 -- prosody-ignore z\n"])(
    "%j: what is wrong stays, and so do comments",
    (changed) => {
      const before = parseLua(text("b = 2\n"));
      expect(before.issues.length).toBe(2);
      const [now, fresh] = [parseLua(text(changed), before), parseLua(text(changed))];
      expect(fresh.pragmas.length).toBeGreaterThanOrEqual(2);
      expect(now.pragmas).toEqual(fresh.pragmas);
      expect(now.issues).toEqual(fresh.issues);
      expect(now.broken).toEqual(fresh.broken);
    },
  );

  test.each(["a = = 1\n", "return {}\n", "a = 1\n--[[ never closed\n"])("%j: through several edits, all of it stays", (wrong) => {
    const end = wrong.startsWith("a = 1") ? wrong : "";
    const around = (middle: string): string => `${end === "" ? wrong : ""}${middle}x = 1\n${end}`;
    let last = parseLua(around("b = 2\n"));
    expect(last.issues.length).toBeGreaterThan(0);
    for (const middle of ["b = 25\n", "b = 25\nc = 3\n", "c = 3\n", "", "d = 4\n"]) {
      last = parseLua(around(middle), last);
      expect(last.issues).toEqual(parseLua(around(middle)).issues);
    }
  });
});

describe("hostile sizes", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["5,000 nested braces", `x = ${"{".repeat(5000)}${"}".repeat(5000)}`],
    ["10 million open braces", "{".repeat(10_000_000)],
    ["a million characters of names", "a b\n".repeat(250_000)],
    ["a long list", `x = {${'"abc";'.repeat(150_000)}}`],
    ["many stray characters", "@ ".repeat(500_000)],
    ["many quotes", '"\n'.repeat(500_000)],
  ];
  test.each(cases)("%s is done quickly and never throws", (_, text) => {
    expect(cpuTime(() => parseLua(text))).toBeLessThan(4000);
  });

  test("nesting that Lua refuses is said so", () => {
    expect(parseLua(`x = ${"{".repeat(5000)}`).issues.map((issue) => issue.id)).toEqual(["too-deep"]);
  });
});

/** A tree without places. */
function strip(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strip);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !["range", "loc", "isLocal"].includes(key))
      .map(([key, value]) => [key, strip(value)]),
  );
}
