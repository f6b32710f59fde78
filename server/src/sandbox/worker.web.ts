// Entry of the evaluating thread in a browser: a worker whose first message says where the WebAssembly file is.

import { answerQuestions } from "./answerQuestions.ts";
import type { Answer, Question } from "./messages.ts";

const answer = (message: Answer): void => {
  self.postMessage(message);
};

self.onmessage = ({ data }: MessageEvent<{ readonly wasm: string }>) => {
  answerQuestions(data.wasm, answer).then(
    (ask) => {
      self.onmessage = (event: MessageEvent<Question>) => {
        ask(event.data);
      };
    },
    (error: unknown) => {
      answer({ kind: "broken", name: error instanceof Error ? error.name : typeof error });
    },
  );
};
