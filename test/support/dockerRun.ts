// What the tests of container command lines look at: the words after `docker run`, and which sentences the user gets.

import { expect } from "vitest";
import { dockerRun } from "../../server/src/core/generate/dockerRun.ts";
import { containerNotes } from "../../server/src/core/generate/notes.ts";
import { answersFor } from "../../server/src/core/generate/presets.ts";
import type { ContainerFacts, Preset, Wishes } from "../../server/src/core/generate/presets.ts";
import { textsOf } from "../../server/src/core/generate/note.ts";

export interface ExpectedRun {
  /** All words, separated by blanks (none of the words in these tests has one). */
  readonly command?: string;
  /** Must occur among the words, in this order. */
  readonly words?: readonly string[];
  readonly without?: readonly string[];
  /** One for each note, in order. */
  readonly notes?: readonly RegExp[];
}

export const PLAIN_FACTS: ContainerFacts = {
  version: "13.0",
  envFile: { path: ".env", dialect: "any", names: ["PROSODY_VIRTUAL_HOSTS", "PROSODY_CERTIFICATES"] },
  ports: [{ container: 5222 }, { container: 5269 }],
  answersAt: { port: 5222 },
};

/** `facts` lie over plain, complete ones that give no notes. */
export function checkDockerRun(
  { facts, ...wishes }: Wishes & { readonly facts?: Partial<ContainerFacts> },
  expected: ExpectedRun,
  preset: Preset = "simple",
): void {
  const known = { ...PLAIN_FACTS, ...facts };
  const answers = answersFor(known, preset, wishes);
  const groups = dockerRun(answers);
  const argv = groups.flat();
  for (const group of groups) expect(group.length).toBeGreaterThan(0);
  if (expected.command !== undefined) expect(argv.join(" ")).toBe(expected.command);
  if (expected.words !== undefined) expect(argv.filter((word) => expected.words?.includes(word))).toEqual(expected.words);
  for (const word of expected.without ?? []) expect(argv).not.toContain(word);
  if (expected.notes === undefined) return;
  const notes = textsOf(containerNotes(answers, "command", known));
  expect(notes.length, notes.join("\n")).toBe(expected.notes.length);
  expected.notes.forEach((pattern, i) => expect(notes[i]).toMatch(pattern));
}
