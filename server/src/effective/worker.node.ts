// Entry of the evaluating thread in Node.

import { parentPort, workerData } from "node:worker_threads";
import { answerQuestions } from "./answerQuestions.ts";
import type { Answer, Question } from "./messages.ts";

const answer = (message: Answer): void => {
  parentPort?.postMessage(message);
};

answerQuestions((workerData as { readonly wasm: string }).wasm, answer).then(
  (ask) =>
    parentPort?.on("message", (question: Question) => {
      ask(question);
    }),
  (error: unknown) => {
    answer({ kind: "broken", name: error instanceof Error ? error.name : typeof error });
  },
);
