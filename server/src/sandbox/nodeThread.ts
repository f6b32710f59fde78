// A thread in Node: a separate process, with Lua in a thread of it. Ending a worker thread now and then aborts its whole process while
// WebAssembly is still being compiled in the background; a process can be killed at any time.

import { fork } from "node:child_process";
import type { Answer, Question } from "./messages.ts";
import type { Thread } from "./thread.ts";

export interface ThreadFiles {
  /** The bundled worker. */
  readonly worker: string;
  readonly wasm: string;
}

/** What a process needs to start at all; it gets nothing else of our environment. */
const KEPT = ["ELECTRON_RUN_AS_NODE", "SystemRoot"];

export function startNodeThread({ worker, wasm }: ThreadFiles): Thread {
  const child = fork(worker, [wasm], {
    env: Object.fromEntries(KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
    execArgv: ["--max-old-space-size=128"],
    // Keeps texts that are no texts, and maps.
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  // Between questions it does not keep the program from ending.
  const rest = (): void => {
    child.unref();
    child.channel?.unref();
  };
  rest();
  return {
    patienceMs: 60_000,
    ask: (question: Question) => {
      child.ref();
      child.channel?.ref();
      // Where it has died, `onEnd` says so.
      if (child.connected) child.send(question, () => undefined);
    },
    onAnswer: (listener) => {
      child.on("message", (answer) => {
        rest();
        listener(answer as Answer);
      });
    },
    onEnd: (listener) => {
      child.on("error", listener);
      child.on("exit", () => {
        listener();
      });
    },
    end: () => {
      child.kill("SIGKILL");
    },
  };
}
