// What our own code reaches for outside of itself: no network, and no program but the evaluator.

import { expect, test } from "vitest";
import { filesMatching, read } from "./sourceFiles.ts";

const IMPORT = String.raw`(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*["'](?:node:)?`;
const PROGRAMS = new RegExp(`${IMPORT}child_process["']`);
const NETWORKS = new RegExp(
  `${IMPORT}(?:https?|http2|net|tls|dgram|dns)(?:/promises)?["']|\\bfetch\\(|new (?:WebSocket|XMLHttpRequest|EventSource)\\b|\\bsendBeacon\\b`,
);

const sources = filesMatching(/^(?:server|client)\/src\/.*\.ts$/);
const having = (pattern: RegExp): readonly string[] => sources.filter((path) => pattern.test(read(path)));

test("no part reaches for programs or networks", () => {
  expect(sources.length).toBeGreaterThan(500);
  expect(having(PROGRAMS)).toEqual(["server/src/sandbox/nodeThread.ts"]);
  expect(having(NETWORKS)).toEqual([]);
});

test("which would be noticed", () => {
  expect('import { get } from "node:https";').toMatch(NETWORKS);
  expect("await fetch(address)").toMatch(NETWORKS);
  expect('import { exec } from "child_process";').toMatch(PROGRAMS);
});
