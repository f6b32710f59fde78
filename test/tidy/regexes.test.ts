// Every regular expression of the product takes time that grows with the text and not with its square: each is measured, by processor
// time, on texts made from its own parts. The few others run over a bounded text, and say so here.

import ts from "typescript";
import { expect, test } from "vitest";
import { attackTexts } from "../support/attackTexts.ts";
import { filesMatching, read } from "./sourceFiles.ts";

/** Why they may take longer. */
const BOUNDED: Readonly<Record<string, string>> = {
  "/(?:^|[\\s\"'=]|-e)([A-Za-z_]\\w*)=([\"']?[^\"'\\s]*)$/": "the last 1,000 characters of a line",
  "/(?:[ \\t]|\\\\\\r?\\n)+$/": "200 characters in front of an option",
};

/** Made at run time, by file: of names and lists of ours, or run on single characters. */
const MADE: readonly string[] = [
  "server/src/core/model/envReaders.ts",
  "server/src/core/model/environment/rename.ts",
  "server/src/core/rules/lua/shared/secrets.ts",
  "server/src/core/rules/lua/unknown-provider.ts",
  "server/src/core/schema/patterns.ts",
  "server/src/core/syntax/lua/chunk.ts",
  "server/src/core/syntax/lua/explain.ts",
  "server/src/core/text/pattern.ts",
  "server/src/core/text/patternProgram.ts",
];

/** Short ones first: what is worse than a square would not come back from a long one. */
const LENGTHS = [24, 32, 40, 60, 100, 400, 4000];
/** Milliseconds. A square takes about 16 million steps, which is over 20; linear ones take less than 1. */
const LIMIT = 8;

interface Found {
  readonly literals: ReadonlyMap<string, string>;
  readonly made: readonly string[];
}

function regexes(): Found {
  const literals = new Map<string, string>();
  const made: string[] = [];
  for (const path of filesMatching(/^(?:server|client)\/src\/.*\.ts$/)) {
    const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) literals.set(node.text, path);
      if (ts.isNewExpression(node) && node.expression.getText() === "RegExp") made.push(path);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { literals, made };
}

function parsed(literal: string): RegExp {
  const end = literal.lastIndexOf("/");
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}

function milliseconds(regex: RegExp, text: string): number {
  const start = process.cpuUsage();
  regex.lastIndex = 0;
  if (regex.global) text.replace(regex, "");
  else regex.test(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Another thread of the process may be busy for a while. */
const TRIES = 12;

/** The text on which it takes too long each time. */
function slowText(regex: RegExp): string | undefined {
  for (const length of LENGTHS) {
    const slow = attackTexts(regex, length).find((text) =>
      Array.from({ length: TRIES }).every(() => milliseconds(regex, text) > LIMIT),
    );
    if (slow !== undefined) return slow;
  }
  return undefined;
}

test("slow ones are found", () => {
  const slow = [/[ \t]+$/, /^(?:\s*\d+\s*[a-z]+[\s,]*(?:and\s)?)+$/i, /@.*$/, /(?:a|aa)+$/, /^\s*;?\s*x/];
  expect(slow.filter((regex) => slowText(regex) === undefined)).toEqual([]);
  expect([/^[ \t]+$/, /(?<![ \t])[ \t]+$/, /^a+b$/].filter((regex) => slowText(regex) !== undefined)).toEqual([]);
});

test("regular expressions are linear, or run over a bounded text", { timeout: 120_000 }, () => {
  const slow = [...regexes().literals].flatMap(([literal, path]) => {
    const text = slowText(parsed(literal));
    return text === undefined
      ? []
      : [`${literal} (${path}) on ${JSON.stringify(text.slice(0, 20))}…${JSON.stringify(text.slice(-3))}`];
  });
  const known = Object.keys(BOUNDED);
  expect(slow.filter((one) => !known.some((literal) => one.startsWith(`${literal} `)))).toEqual([]);
  // None is excused that is gone.
  const { literals } = regexes();
  expect(known.filter((literal) => !literals.has(literal))).toEqual([]);
});

test("others are made of what is known", () => {
  expect([...new Set(regexes().made)].sort()).toEqual(MADE);
});
