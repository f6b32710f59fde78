// What is said about an env file written for Compose, and the same file written for a command line.

import fc from "fast-check";
import { expect, test } from "vitest";
import { envFileNotes, literalEnvFile } from "../../server/src/core/generate/envFileNotes.ts";
import { parseComposeEnv, parseDockerEnv } from "../../server/src/core/syntax/env/index.ts";
import { textsOf } from "../../server/src/core/generate/note.ts";

function checkNotes(text: string, patterns: readonly RegExp[], engine: "docker" | "podman" = "docker"): void {
  const notes = textsOf(envFileNotes(text, engine));
  expect(notes.length, notes.join("\n")).toBe(patterns.length);
  patterns.forEach((pattern, i) => expect(notes[i]).toMatch(pattern));
}

test("nothing to say about a plain file", () => {
  checkNotes("# c\nA=1\nB=x#y,z\n\nC\nD=\n", []);
  checkNotes("A=1\r\nB=2\r\n", []);
});

test("variables are named, in the order of the text", () => {
  checkNotes('Z=1\nA="x"\nB=y # c\nC=$HOME\nD=1$$2\nE= v\n', [/docker run .* literally.*Compose: A, B, C, D, E\./]);
  checkNotes('A="x"\n', [/this variable gets/], "podman");
  checkNotes("export A=1\n", [/A\./], "podman");
});

test("a file that docker refuses", () => {
  checkNotes("export A=1\nexport B=2\n", [/docker does not read this env file.*`export`/]);
  checkNotes("A : 1\n", [/docker does not read/, /A\./]);
});

test("values stay out of sight, also where they look like names", () => {
  const key = 'KEY="-----BEGIN\nhunter2=\nhunter2\nhunter2:hunter2\n"\nP: hunter2\nQ:hunter2\nR=a$hunter2\n';
  for (const engine of ["docker", "podman"] as const) {
    const notes = textsOf(envFileNotes(key, engine)).join("\n");
    expect(notes).toContain("KEY, P, Q, R");
    expect(notes).not.toContain("hunter2");
  }
});

test("a file that Compose refuses is no Compose file", () => {
  checkNotes('A="x\nB=2\n', []);
});

test("the literal file", () => {
  const text = 'export A="x y" # c\nB=$A!\nC="two\\nlines"\nD=$HOME\nE\nF=1\nF=\'2\'\nG/H=1\n';
  expect(literalEnvFile(parseComposeEnv(text))).toEqual({
    text: "A=x y\nB=x y!\nE\nF=2\n",
    leftOut: [
      { name: "C", reason: expect.stringContaining("line break") as string },
      { name: "D", reason: expect.stringContaining("outside") as string },
    ],
  });
});

test("docker reads from the literal file what Compose reads from the other", () => {
  const value = fc.string({ unit: fc.constantFrom(..."ab $\"'\\#=\t"), maxLength: 8 });
  const line = fc.tuple(fc.constantFrom("A", "B", "C"), value).map(([name, text]) => `${name}=${text}\n`);
  const text = fc.array(line, { maxLength: 5 }).map((lines) => lines.join(""));
  fc.assert(
    fc.property(text, (source) => {
      const compose = parseComposeEnv(source, () => undefined);
      const literal = literalEnvFile(compose);
      const read = parseDockerEnv(literal.text);
      expect(read.issues.filter((issue) => issue.fatal)).toEqual([]);
      const wanted = new Map(compose.assignments.map(({ name, value: wantedValue }) => [name, wantedValue]));
      for (const assignment of read.assignments) expect(assignment.value).toBe(wanted.get(assignment.name));
    }),
    { seed: 20260311, numRuns: 500 },
  );
});
