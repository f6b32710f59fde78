// What the services of a compose file are given, and that no text makes the reader throw or take long.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCompose } from "../../../server/src/core/syntax/yaml/compose.ts";
import type { ComposeService } from "../../../server/src/core/syntax/yaml/compose.ts";
import { cpuTime } from "../../support/cpuTime.ts";

const seed = 20260311;

/** The one service of a file, its lines given without the service's own. */
function service(...lines: readonly string[]): ComposeService | undefined {
  return readCompose(["services:", "  prosody:", ...lines.map((line) => `    ${line}`), ""].join("\n")).services[0];
}

describe("values", () => {
  test.each<[string, string | undefined]>([
    ["info", "info"],
    ['"info"', "info"],
    ["'it''s'", "it's"],
    ["a b # comment", "a b"],
    ["true", "true"],
    ["false", "false"],
    ["False", undefined],
    ['"True"', "True"],
    ["yes", "yes"],
    ["on", "on"],
    ["0", "0"],
    ["5222", "5222"],
    ["-1", "-1"],
    ["1.5", "1.5"],
    ["1.50", undefined],
    ['"1.50"', "1.50"],
    ["010", undefined],
    ["0x1F", undefined],
    ["1_000", undefined],
    ["1e3", undefined],
    [".inf", undefined],
    ["2026-01-02", undefined],
    ["13.0.1", "13.0.1"],
    ["10MB", "10MB"],
    ["", undefined],
    ["~", undefined],
    ["null", undefined],
    ['""', ""],
    ['"null"', "null"],
    ["a$$b", "a$b"],
    ["$HOME", undefined],
    ["${HOME:-x}", undefined],
    ["${", undefined],
    ["5 $", "5 $"],
    ['"a\\nb"', "a\nb"],
    ["|\n        a\n        b", "a\nb\n"],
    ["[a]", undefined],
    ["{ a: b }", undefined],
    ["!!binary aGk=", undefined],
  ])("%j", (written, value) => {
    expect(service("environment:", `  K: ${written}`)?.environment).toStrictEqual({ K: value });
  });
});

describe("environment", () => {
  test("as a list", () => {
    const given = service(
      "environment:",
      "  - A=1",
      '  - B="q"',
      "  - C",
      "  - D=",
      "  - E=a=b",
      "  - F=$X",
      "  - $G=1",
      "  - H: 1",
      "  - 5",
    );
    expect(given?.environment).toStrictEqual({ A: "1", B: '"q"', C: undefined, D: "", E: "a=b", F: undefined, "5": undefined });
  });

  test("from anchors, with what is written there winning over what is merged", () => {
    const { services } = readCompose(
      [
        "x-common: &common",
        "  A: 1",
        "  B: two",
        "services:",
        "  one:",
        "    environment:",
        "      <<: *common",
        "      B: own",
        "  two:",
        "    environment: *common",
        "  three: { environment: { <<: [*common, { C: c }] } }",
        "",
      ].join("\n"),
    );
    expect(services.map(({ name, environment }) => [name, environment])).toEqual([
      ["one", { A: "1", B: "own" }],
      ["two", { A: "1", B: "two" }],
      ["three", { A: "1", B: "two", C: "c" }],
    ]);
  });

  test("names that JavaScript knows are names like others", () => {
    const environment = service("environment:", "  __proto__: a", "  constructor: b")?.environment ?? {};
    expect(Object.entries(environment)).toEqual([
      ["__proto__", "a"],
      ["constructor", "b"],
    ]);
  });
});

describe("env files", () => {
  test.each<[readonly string[], readonly object[]]>([
    [["env_file: prosody.env"], [{ path: "prosody.env", raw: false }]],
    [
      ["env_file:", "  - a.env", "  - ../b.env"],
      [
        { path: "a.env", raw: false },
        { path: "../b.env", raw: false },
      ],
    ],
    [
      ["env_file:", "  - path: a.env", "    required: false", "    format: raw", "  - path: b.env"],
      [
        { path: "a.env", raw: true },
        { path: "b.env", raw: false },
      ],
    ],
    [["env_file: ${FILE}"], []],
    [["env_file:"], []],
    [["env_file: [{}, [x], null, '']"], []],
  ])("%j", (lines, files) => {
    expect(service(...lines)?.envFiles).toEqual(files);
  });
});

test.each(["", "services", "services: []", "services:\n", "- a", "\0", "services: *none\n", "services: { <<: 5 }\n"])(
  "%j has no services",
  (text) => {
    expect(readCompose(text)).toEqual({ services: [] });
  },
);

test("a service that is still being written is one already", () => {
  expect(readCompose("services:\n  prosody:\n    environment:\n      A: 1\n  db:\n    image: [\n").services).toMatchObject([
    { name: "prosody", environment: { A: "1" } },
    { name: "db", environment: {}, envFiles: [] },
  ]);
});

describe("any text", () => {
  const pieces = [
    "services:", "\n", "\n", "\n  ", "\n    ", "\n      ", "environment:", "env_file:", " ", "- ", "A", ": ", "=", "&a ", "*a", "<<: ", "[", "]",
    "{", "}", ",", '"', "'", "|", ">", "#", "$", "${", "!", "!!int ", "? ", "---", "...", "%YAML 1.1", "\t", "\r\n", "\0", "\ud800", "1.5", "~",
  ]; // prettier-ignore

  test("is read", () => {
    const anyText = fc.oneof(
      fc
        .array(fc.constantFrom(...pieces), { maxLength: 40 })
        .map((parts) => `services:\n  a:\n    environment:\n${parts.join("")}`),
      fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join("")),
      fc.string({ unit: "binary", maxLength: 60 }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { environment, envFiles } of readCompose(text).services) {
          expect(Object.values(environment).every((value) => value === undefined || typeof value === "string")).toBe(true);
          expect(envFiles.every(({ path }) => path !== "")).toBe(true);
        }
      }),
      { seed, numRuns: 1500 },
    );
  });

  const size = 249_000;
  const filled = (piece: (i: number) => string, head = ""): string => {
    const parts = [head];
    for (let length = head.length, i = 0; length < size; i++) {
      const part = piece(i);
      parts.push(part);
      length += part.length;
    }
    return parts.join("");
  };
  const inService = "services:\n  a:\n    environment:\n";

  test.each<[string, string]>([
    ["variables", filled((i) => `      NAME_${i}: the value ${i}\n`, inService)],
    ["services", filled((i) => `  s${i}:\n    environment:\n      - A=${i}\n`, "services:\n")],
    ["lists in one line", filled(() => "[a],", "services: [")],
    ["open brackets", "[".repeat(size)],
    ["open braces", "{".repeat(size)],
    ["dashes", "- ".repeat(size / 2)],
    ["questions", "? ".repeat(size / 2)],
    ["anchors", filled((i) => `      A${i}: &a${i} x\n`, inService)],
    ["aliases", filled((i) => `      A${i}: &a${i} x\n      B${i}: *a${i}\n`, inService)],
    ["one long value", `${inService}      A: ${"x $".repeat(size / 3)}`],
    ["an open quote", `${inService}      A: "${"x\n".repeat(size / 2)}`],
    ["documents", "---\n".repeat(size / 4)],
    ["mistakes", filled(() => "]: }\n")],
    ["comments", filled(() => "# c\n")],
    ["stairs", filled((i) => `${" ".repeat(i)}a:\n`)],
  ])("a quarter of a megabyte of %s is read in time", (_name, text) => {
    expect(cpuTime(() => readCompose(text))).toBeLessThan(4_000);
  });

  test("what is longer is not read", () => {
    expect(readCompose(`${inService}      A: 1\n${"# c\n".repeat(250_000)}`)).toEqual({ services: [] });
  });

  test("aliases that multiply are given up", () => {
    const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`);
    const bomb = ["a0: &a0 x", ...levels, "services: { s: { environment: *a30 } }", ""].join("\n");
    const time = cpuTime(() => {
      expect(readCompose(bomb)).toEqual({ services: [] });
    });
    expect(time).toBeLessThan(2_000);
  });
});
