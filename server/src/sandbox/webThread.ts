// A thread in a browser: a worker from the bundled script. Its text is fetched first, as a page may only start workers of its own.

import type { Answer, Question } from "./messages.ts";
import type { Thread } from "./thread.ts";

/** The part of a browser's Worker that we use: the types of a page are not those of a worker. */
interface BrowserWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: (() => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

declare const Worker: new (url: string) => BrowserWorker;

/** `script` is the text of the bundled worker, `wasm` the URL of the WebAssembly file. */
export function startWebThread(script: string, wasm: string): Thread {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(url);
  worker.postMessage({ wasm });
  return {
    patienceMs: 5_000,
    ask: (question: Question) => {
      worker.postMessage(question);
    },
    onAnswer: (listener) => {
      worker.onmessage = ({ data }) => {
        listener(data as Answer);
      };
    },
    onEnd: (listener) => {
      worker.onerror = () => {
        listener();
      };
    },
    end: () => {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}
