// What evaluates besides the program itself, as the evaluator uses it: a process in Node, a worker in a browser.

import type { Answer, Question } from "./messages.ts";

export interface Thread {
  /** How long an evaluation may take by the clock on the wall, in milliseconds: where processor time counts, a busy machine needs long. */
  readonly patienceMs: number;
  ask(question: Question): void;
  onAnswer(listener: (answer: Answer) => void): void;
  /** It died by itself, out of memory for example. */
  onEnd(listener: () => void): void;
  /** At once, whatever it is doing. */
  end(): void;
}
