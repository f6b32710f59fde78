// Entry of the evaluating thread in a browser. Its first message says where the WebAssembly file is.

import { answerQuestions } from "./answerQuestions.ts";
import type { Answer, Question } from "./messages.ts";

interface Scope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: Answer): void;
}

const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data }) => {
  answerQuestions((data as { readonly wasm: string }).wasm, (message) => {
    scope.postMessage(message);
  }).then(
    (ask) => {
      scope.onmessage = (event) => {
        ask(event.data as Question);
      };
    },
    (error: unknown) => {
      scope.postMessage({ kind: "broken", name: error instanceof Error ? error.name : typeof error });
    },
  );
};
