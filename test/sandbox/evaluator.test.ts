// The evaluator: how fast it is, that it loads Lua only when it is asked, and that it goes on after its process has died.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Evaluator, EvaluatorFailed } from "../../server/src/sandbox/evaluator.ts";
import type { Answer } from "../../server/src/sandbox/messages.ts";
import { startNodeThread } from "../../server/src/sandbox/nodeThread.ts";
import type { Thread } from "../../server/src/sandbox/thread.ts";
import { cpuTimeOfChildren } from "../support/processTimes.ts";
import { bundle } from "../effective/bundle.ts";
import { memoryFiles, request } from "../effective/evaluateFiles.ts";

let start: () => Thread;

beforeAll(async () => {
  const { worker, wasm } = await bundle();
  start = () => startNodeThread({ worker, wasm });
});

const open: Evaluator[] = [];

function evaluator(startThread = start): Evaluator {
  const made = new Evaluator(startThread);
  open.push(made);
  return made;
}

afterAll(() => {
  for (const each of open) each.dispose();
});

const hosts = Array.from(
  { length: 20 },
  (_, i) => `VirtualHost "h${i}.example"\n  modules_enabled = { "mam", "ping" }\n  storage = "sql"\n`,
);
const typical = {
  "prosody.cfg.lua": `${'option_of_some_length = { "a", "b"; c = 1 }\n'.repeat(200)}Include "conf.d/*.cfg.lua"\nInclude "last.cfg.lua"\n`,
  ...Object.fromEntries(hosts.map((text, i) => [`conf.d/h${i}.cfg.lua`, text])),
  "last.cfg.lua": 'Component "c.example" "muc"\n',
};

test("files may lie in the root folder", async () => {
  const files = {
    "/prosody.cfg.lua": 'Include "conf.d/*.cfg.lua"\nInclude "x.cfg.lua"\n',
    "/conf.d/a.cfg.lua": "a = 1\n",
    "/x.cfg.lua": "x = 1\n",
  };
  const result = await evaluator().evaluate(request(files), memoryFiles(files, "/"));
  expect(result).toMatchObject({ status: "ok", config: { "*": { a: 1, x: 1 } } });
});

test("a typical configuration takes less than 50 ms", async () => {
  const each = evaluator();
  await each.evaluate(request({ "p.cfg.lua": "" }), memoryFiles({ "p.cfg.lua": "" }));
  const times: number[] = [];
  for (let i = 0; i < 12; i++) {
    const { busy, result } = await cpuTimeOfChildren(() => each.evaluate(request(typical), memoryFiles(typical)));
    times.push(busy);
    expect(result.status === "ok" && Object.keys(result.config)).toHaveLength(22);
  }
  // The first ones also compile; the best run is what it takes.
  expect(Math.min(...times)).toBeLessThan(50);
});

test("nothing is started before the first question", async () => {
  let started = 0;
  const each = evaluator(() => {
    started++;
    return start();
  });
  expect(started).toBe(0);
  const files = { "p.cfg.lua": "a = 1" };
  await Promise.all([1, 2, 3].map(() => each.evaluate(request(files), memoryFiles(files))));
  expect(started).toBe(1);
});

describe("what ends an evaluation", () => {
  const files = { "p.cfg.lua": "a = 1" };

  /** Answers after a while, and says how long the processor was busy with it. */
  function slowly(delayMs: number, cpuMs: number, patienceMs: number): Thread & { readonly ended: () => boolean } {
    let listener: (answer: Answer) => void = () => undefined;
    let hasEnded = false;
    return {
      patienceMs,
      ask: ({ id, cpuMs: limit }) =>
        setTimeout(() => {
          const result = { status: "ok", config: { "*": { a: 1 } }, origins: {}, warnings: [], files: [] } as const;
          listener(cpuMs > limit ? { kind: "late", id } : { kind: "result", id, result, cpuMs });
        }, delayMs),
      onAnswer: (listen) => {
        listener = listen;
        queueMicrotask(() => {
          listen({ kind: "ready" });
        });
      },
      onEnd: () => undefined,
      end: () => {
        hasEnded = true;
      },
      ended: () => hasEnded,
    };
  }

  test.each([
    ["is not the clock on the wall", slowly(1_500, 10, 5_000), "ok", false],
    ["is processor time", slowly(10, 5_000, 5_000), "error", true],
    ["is the clock where a thread cannot tell", slowly(5_000, 10, 100), "error", true],
  ] as const)("%s", async (_name, thread, status, ended) => {
    const result = await evaluator(() => thread).evaluate(request(files), memoryFiles(files));
    expect([result.status, thread.ended()]).toEqual([status, ended]);
    if (result.status === "error") expect(result.error).toMatchObject({ kind: "limit", file: "p.cfg.lua" });
  });
});

test("it goes on after its process has died, and after one that never starts", async () => {
  const files = { "p.cfg.lua": "a = 1" };
  let last: Thread | undefined;
  const each = evaluator(() => {
    last = start();
    return last;
  });
  await each.evaluate(request(files), memoryFiles(files));
  last?.end();
  const results = await Promise.allSettled([1, 2].map(() => each.evaluate(request(files), memoryFiles(files))));
  expect(results.at(-1)?.status).toBe("fulfilled");
  const broken = evaluator(() => startNodeThread({ worker: "/nowhere/worker.cjs", wasm: "" }));
  await expect(broken.evaluate(request(files), memoryFiles(files))).rejects.toBeInstanceOf(EvaluatorFailed);
});
