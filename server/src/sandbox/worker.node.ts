// Entry of the evaluating process in Node, and of the thread in it that runs Lua. The process itself only passes questions and answers on
// and looks at the clock, so it sees at any moment that the program that started it is gone, or that an evaluation takes too long.

import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { answerQuestions } from "./answerQuestions.ts";
import type { Answer, Question } from "./messages.ts";

/** How often it looks at the clock while something runs. */
const LOOK_EVERY_MS = 20;

if (isMainThread) {
  // An end in the middle of WebAssembly, which `process.exit` would wait for.
  process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
  const lua = new Worker(process.argv[1] ?? "", {
    workerData: process.argv[2],
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  const answer = (message: Answer): void => {
    process.send?.(message);
  };
  /** At the last answer: taking in a question, with all the files in it, is part of the work too. */
  let began = process.cpuUsage();
  let clock: NodeJS.Timeout | undefined;
  const spentMs = (): number => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
  process.on("message", (message) => {
    const question = message as Question;
    clock = setInterval(() => {
      if (spentMs() > question.cpuMs) answer({ kind: "late", id: question.id });
    }, LOOK_EVERY_MS);
    lua.postMessage(question);
  });
  lua.on("message", (message: Answer) => {
    clearInterval(clock);
    answer(message.kind === "result" || message.kind === "needs" ? { ...message, cpuMs: spentMs() } : message);
    began = process.cpuUsage();
  });
  lua.on("error", ({ name }) => {
    answer({ kind: "broken", name });
  });
} else {
  const answer = (message: Answer): void => {
    parentPort?.postMessage(message);
  };
  answerQuestions(String(workerData), answer).then(
    (ask) => {
      parentPort?.on("message", ask);
    },
    (error: unknown) => {
      answer({ kind: "broken", name: error instanceof Error ? error.name : typeof error });
    },
  );
}
