// The evaluating thread in a browser: a worker whose first message says where the WebAssembly file is. The bundle calls `listen` there;
// in Node it is where the evaluating process finds `answerQuestions`, so that Lua is shipped once.

import { answerQuestions } from "./answerQuestions.ts";
import type { Answer, Question } from "./messages.ts";

export { answerQuestions };

interface Scope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: Answer): void;
}

/** `scope` is the worker's global object. */
export function listen(scope: Scope): void {
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
}
