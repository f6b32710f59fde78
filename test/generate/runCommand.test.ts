// A command as a client gets it: for reading, for a terminal, and with the notes that concern it.

import { expect, test } from "vitest";
import { answersFor } from "../../server/src/core/generate/presets.ts";
import type { ContainerFacts } from "../../server/src/core/generate/presets.ts";
import { runCommand } from "../../server/src/core/generate/runCommand.ts";
import { PLAIN_FACTS } from "../support/dockerRun.ts";

const REFUSED = { id: "env-file-refused", text: "docker does not read it." } as const;

const facts: ContainerFacts = {
  ...PLAIN_FACTS,
  envFile: { path: ".env", dialect: "any", names: [], notes: [REFUSED, { id: "env-file-differs", text: "It differs." }] },
};
const container = { facts, answers: answersFor(facts, "simple", {}) };

test("in lines and on one line", () => {
  const made = runCommand(container, "sh", "start");
  if (!made.ok) throw new Error(made.reason);
  expect(made.text.replaceAll(/ \\\n +/g, " ")).toBe(made.oneLine);
  expect(made.notes.map(({ id }) => id)).toEqual(["no-virtual-hosts", "no-certificates", "env-file-refused", "env-file-differs"]);
});

test("of a check nothing is said but that the env file is not read", () => {
  expect(runCommand(container, "sh", "check")).toMatchObject({ ok: true, notes: [REFUSED] });
});

test("what cannot be published, and what the shell cannot carry, is refused", () => {
  const twice = { ...container.answers, ports: [{ container: 5222 }, { container: 5223, host: 5222 }] };
  expect(runCommand({ facts, answers: twice }, "sh", "start")).toMatchObject({ ok: false });
  const odd = { ...container.answers, hostname: "a\0b" };
  expect(runCommand({ facts, answers: odd }, "sh", "start")).toMatchObject({ ok: false });
});
