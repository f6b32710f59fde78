// Every kind of line that a tool reads otherwise than it looks is told where the tool is known that reads the file, and its fix helps.

import { describe, expect, test } from "vitest";
import { analyse } from "../../../server/src/core/analyse.ts";
import { check } from "../../../server/src/core/rules/check.ts";
import type { Finding } from "../../../server/src/core/rules/rule.ts";
import type { EnvDialect } from "../../../server/src/core/syntax/env/syntax.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { schemaFor } from "../../support/knowledge.ts";
import { printedFixes } from "../../support/rules.ts";
import { DIALECT_ROWS } from "./dialectRows.ts";
import type { DialectRow } from "./dialectRows.ts";

const DIALECTS: readonly EnvDialect[] = ["docker", "compose", "podman"];
/** No rule has anything to say of the values of these as such. */
const VARIABLES = { plain: "PROSODY_SQL_USERNAME", secret: "PROSODY_SQL_PASSWORD" } as const;
const AROUND = "PROSODY_VIRTUAL_HOSTS=x.example\nPROSODY_SQL_DRIVER=SQLite3\n";

const textOf = ({ line, alone }: DialectRow, name: string): string => {
  const own = line.replaceAll("K", name);
  if (alone === true) return `${AROUND}${own}`;
  return own.startsWith("\uFEFF") ? `${own}\n${AROUND}` : `${AROUND}${own}\n`;
};

const told = (text: string, dialect: EnvDialect): readonly Finding[] => check(analyse("env", text, { dialect }), schemaFor());

const cells = DIALECT_ROWS.flatMap((row) =>
  DIALECTS.flatMap((dialect) =>
    (["plain", "secret"] as const).map((kind) => ({
      name: `${JSON.stringify(row.line)}${row.alone === true ? " at the end" : ""} for ${dialect}, ${kind}`,
      text: textOf(row, VARIABLES[kind]),
      dialect,
      expected: (kind === "secret" ? row.secret?.[dialect] : undefined) ?? row[dialect],
    })),
  ),
);

describe("a row for a tool", () => {
  test.each(cells)("$name", ({ text, dialect, expected }) => {
    const wanted = /^[A-Z]/.test(expected) ? [] : expected.split(" ");
    const found = [...new Set(told(text, dialect).map(({ rule }) => rule))];
    expect(found.sort()).toEqual([...wanted].sort());
  });

  test.each(cells)("$name: fixes end what they fix", ({ text, dialect }) => {
    for (const finding of told(text, dialect)) {
      for (const { edits } of finding.fixes?.() ?? []) {
        const after = applyEdits(text, edits);
        expect(after).toBeDefined();
        expect(told(after ?? "", dialect).filter(({ message }) => message === finding.message)).toEqual([]);
      }
    }
  });
});

test.each([
  ['"a\nb"\n', true],
  ["'a\nb\nc' \r\n", true],
  ['"a\nPROSODY_SQL_USERNAME=b"\n', false],
  ['"a\nb\nPROSODY_SQL_USERNAME=c"\n', false],
  ['"a\n# b"\n', false],
  ["\"a\nb'\n", false],
  ['"a', false],
])("a password may begin with a quote: that %j goes on in another line is told: %s", (value, isTold) => {
  const found = told(`${AROUND}PROSODY_SQL_PASSWORD=${value}`, "docker").map(({ rule }) => rule);
  expect(found.includes("cut-value")).toBe(isTold);
});

test("where both docker and Compose may be the reader, only the missing line break is told", () => {
  const auto = (text: string): readonly string[] =>
    check(analyse("env", text), schemaFor()).map(({ rule, severity }) => `${severity} ${rule}`);
  expect(auto("PROSODY_VIRTUAL_HOSTS=x.example\nPROSODY_LOGLEVEL")).toEqual(["information lost-variable"]);
  expect(auto("PROSODY_VIRTUAL_HOSTS=x.example\nPROSODY_LOGLEVEL:info\n")).toEqual([]);
});

test("of a file for podman in which every name is lost, that is told", () => {
  const text = "\uFEFFexport PROSODY_LOGLEVEL=info\nexport PROSODY_STORAGE =internal\n";
  expect([...new Set(told(text, "podman").map(({ rule }) => rule))]).toEqual(["lost-variable"]);
});

test("other programs' variables are none of our business", () => {
  expect(told("PROSODY_LOGLEVEL=info\nexport DB =x\nDB:y\nPATH=$HOME/bin\n", "podman")).toEqual([]);
});

test("all severities, and all fixes with what is safe of them", () => {
  const lines = cells.flatMap(({ text, dialect }) =>
    told(text, dialect)
      .filter(({ rule }) => !rule.startsWith("syntax/"))
      .map((finding) => [dialect, finding.rule, finding.severity, ...printedFixes([finding])].join(" | ")),
  );
  const kinds = lines.map((line) => line.replace(/Change to `.*?` \(/, "Change to `…` ("));
  expect([...new Set(kinds)].sort()).toEqual([
    "compose | comment-in-value | warning | Move the comment above (safe)",
    "compose | cut-value | warning",
    "compose | cut-value | warning | Write `$$` (unsafe)",
    "compose | duplicate-variable | warning | Remove the line (safe)",
    "compose | literal-reference | warning",
    "compose | lost-variable | error | End the line (safe)",
    "compose | unknown-variable | information",
    "docker | blank-around-value | warning | Remove the blanks (safe)",
    "docker | comment-in-value | warning | Move the comment above (safe)",
    "docker | cut-value | warning",
    "docker | duplicate-variable | warning | Remove the line (safe)",
    "docker | literal-reference | warning",
    "docker | lost-variable | error",
    "docker | lost-variable | error | Write `=` (safe)",
    "docker | quoted-value | warning | Remove the quotes (safe)",
    "docker | unknown-variable | information",
    "docker | unknown-variable | warning | Change to `…` (safe)",
    "podman | blank-around-value | warning | Remove the blanks (safe)",
    "podman | comment-in-value | warning | Move the comment above (safe)",
    "podman | cut-value | warning",
    "podman | duplicate-variable | warning | Remove the line (safe)",
    "podman | literal-reference | warning",
    "podman | lost-variable | error",
    "podman | lost-variable | error | Remove `export` (safe)",
    "podman | lost-variable | error | Remove the blanks (safe)",
    "podman | lost-variable | error | Remove the byte-order mark (safe)",
    "podman | lost-variable | error | Write `=` (safe)",
    "podman | quoted-value | warning | Remove the quotes (safe)",
    "podman | unknown-variable | information",
    "podman | unknown-variable | warning | Change to `…` (safe)",
  ]);
});
