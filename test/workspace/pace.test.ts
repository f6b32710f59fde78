// What takes more than its time is given up and named, and other files are answered as before.

import { expect, test } from "vitest";
import type { Connection } from "vscode-languageserver";
import { analyse } from "../../server/src/core/analyse.ts";
import { TookTooLong } from "../../server/src/core/text/pace.ts";
import { guard } from "../../server/src/lsp/guard.ts";
import type { FileSettings } from "../../server/src/workspace/settings.ts";
import { fixedText, snapshotOf } from "../../server/src/workspace/snapshot.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { connectInMemory } from "../support/lsp.ts";
import { schemaFor } from "../support/knowledge.ts";

const SETTINGS: FileSettings = {
  version: { version: "13.0", because: "assumed" },
  dialect: "auto",
  severities: {},
  declarations: [],
  ignored: false,
};
const LONG = 'modules_enabled = { "mam"; "mam" }\n'.repeat(100);

/** With a clock that goes on by so many milliseconds whenever somebody looks. */
function snapshot(text: string, step: number): Snapshot {
  let now = 0;
  const clock = (): number => (now += step);
  const facts = { uri: "file:///a.cfg.lua", version: 1, analysis: analyse("lua", text), schema: schemaFor(), folder: undefined };
  return snapshotOf({ ...facts, settings: SETTINGS, clock }, {});
}

test("a check ends when its time is over", () => {
  expect(() => snapshot(LONG, 1_000).checked).toThrow(TookTooLong);
  expect(snapshot(LONG, 1).checked.findings.length).toBeGreaterThan(0);
  expect(snapshot("admins = {}\n", 1_000).checked.findings).toEqual([]);
});

test("fixing everything ends when its time is over", () => {
  expect(() => fixedText(snapshot(LONG, 100))).toThrow(TookTooLong);
});

test("the log names the file, and nothing of what is in it", async () => {
  const said: string[] = [];
  const connection = { console: { error: (line: string) => said.push(line) } } as unknown as Connection;
  const answer = guard(connection, "hover", "nothing", () => {
    throw new TookTooLong(5);
  });
  const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };
  expect(await answer({ textDocument: { uri: "file:///slow.cfg.lua" } }, token)).toBe("nothing");
  expect(said).toEqual(["hover of file:///slow.cfg.lua was given up: it takes more than 5 seconds of processor time"]);
});

test("the server gives up a file, says so, and answers for others", async () => {
  let now = 0;
  let step = 1_000;
  const processorTime = (): number => (now += step);
  const client = await connectInMemory({ host: { processorTime } });
  await client.open("file:///slow.cfg.lua", LONG);
  await expect.poll(() => client.logged.join("\n")).toMatch(/file:\/\/\/slow\.cfg\.lua.* more than 5 seconds of processor time/);
  expect(client.logged.join("\n")).not.toContain("mam");
  step = 0;
  await client.open("file:///other.cfg.lua", "xyz_own = 1\n");
  expect((await client.diagnostics("file:///other.cfg.lua")).map(({ code }) => code)).toEqual(["unknown-option"]);
});
