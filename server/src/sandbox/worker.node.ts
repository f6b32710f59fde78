// Entry of the evaluating process in Node. Its argument is the path of the WebAssembly file; it ends with the program that started it.

import { answerQuestions } from "./answerQuestions.ts";
import type { Answer, Question } from "./messages.ts";

const answer = (message: Answer): void => {
  process.send?.(message);
};

process.on("disconnect", () => process.exit());

answerQuestions(process.argv[2] ?? "", answer).then(
  (ask) => {
    process.on("message", (question) => {
      ask(question as Question);
    });
  },
  (error: unknown) => {
    answer({ kind: "broken", name: error instanceof Error ? error.name : typeof error });
  },
);
