// A thread in Node, from the bundled worker and the WebAssembly file beside it.

import { Worker } from "node:worker_threads";
import type { Answer, Question } from "./messages.ts";
import type { Thread } from "./thread.ts";

export interface ThreadFiles {
  readonly worker: string;
  readonly wasm: string;
}

export function startNodeThread({ worker: script, wasm }: ThreadFiles): Thread {
  const worker = new Worker(script, {
    workerData: { wasm },
    // It has no need of the environment, and prints nothing.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32 },
  });
  worker.unref();
  return {
    ask: (question: Question) => {
      worker.ref();
      worker.postMessage(question);
    },
    onAnswer: (listener) => {
      worker.on("message", (answer: Answer) => {
        // Between questions it does not keep the program from ending.
        if (answer.kind !== "ready") worker.unref();
        listener(answer);
      });
    },
    onEnd: (listener) => {
      worker.on("error", listener);
      worker.on("exit", () => {
        listener();
      });
    },
    end: () => void worker.terminate(),
  };
}
