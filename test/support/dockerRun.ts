// What the tests of container command lines look at: the words after `docker run`, and which sentences the user gets.

import { expect } from "vitest";
import { dockerRun } from "../../server/src/core/generate/dockerRun.ts";
import type { DockerRunInput } from "../../server/src/core/generate/dockerRun.ts";

export interface ExpectedRun {
  /** All words, separated by blanks (none of the words in these tests has one). */
  readonly command?: string;
  /** Must occur among the words, in this order. */
  readonly words?: readonly string[];
  readonly without?: readonly string[];
  /** One for each note, in order. */
  readonly notes?: readonly RegExp[];
}

const plain: DockerRunInput = {
  engine: "docker",
  version: "13.0",
  envFile: { path: ".env", names: ["PROSODY_VIRTUAL_HOSTS", "PROSODY_CERTIFICATES"] },
  ports: [{ container: 5222 }, { container: 5269 }],
};

/** `changes` lie over a plain, complete input that gives no notes. */
export function checkDockerRun(changes: Partial<DockerRunInput>, expected: ExpectedRun): void {
  const { argv, groups, notes } = dockerRun({ ...plain, ...changes });
  expect(groups.flat()).toEqual(argv);
  for (const group of groups) expect(group.length).toBeGreaterThan(0);
  if (expected.command !== undefined) expect(argv.join(" ")).toBe(expected.command);
  if (expected.words !== undefined) expect(argv.filter((word) => expected.words?.includes(word))).toEqual(expected.words);
  for (const word of expected.without ?? []) expect(argv).not.toContain(word);
  if (expected.notes === undefined) return;
  expect(notes.length, notes.join("\n")).toBe(expected.notes.length);
  expected.notes.forEach((pattern, i) => expect(notes[i]).toMatch(pattern));
}
