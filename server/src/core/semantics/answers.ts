// Questions that were asked of a configuration, with their answers: what was found with them holds as long as the answers are the same.

import type { Configuration } from "./configuration.ts";

interface Question {
  readonly ask: (configuration: Configuration) => unknown;
  readonly answer: unknown;
}

export class Answers {
  /** By topic, then by their words. */
  private readonly topics = new Map<string, Map<string, Question>>();

  record(words: string, ask: Question["ask"], answer: unknown, topic: string): void {
    let questions = this.topics.get(topic);
    if (questions === undefined) {
      questions = new Map();
      this.topics.set(topic, questions);
    }
    questions.set(words, { ask, answer });
  }

  /** How many questions there are. */
  get size(): number {
    let size = 0;
    for (const questions of this.topics.values()) size += questions.size;
    return size;
  }

  /** The questions to which the answer is another one now, which is noted. `topics`: what may have changed. */
  noteChanged(now: Configuration, topics: ReadonlySet<string> | undefined): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const topic of topics === undefined ? [...this.topics.keys()] : ["", ...topics]) {
      const questions = this.topics.get(topic);
      for (const [words, { ask, answer }] of questions ?? []) {
        const answerNow = now.answerTo(words, ask);
        if (isSameAnswer(answerNow, answer)) continue;
        changed.add(words);
        questions?.set(words, { ask, answer: answerNow });
      }
    }
    return changed;
  }

  keepOnly(words: ReadonlySet<string>): void {
    for (const questions of this.topics.values()) {
      for (const one of [...questions.keys()]) if (!words.has(one)) questions.delete(one);
    }
  }
}

/** The same facts; their places may have moved. */
function isSameAnswer(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, i) => isSameAnswer(item, other[i]));
  }
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if ("identity" in one && "identity" in other && one.identity !== undefined) {
    const certain = "certain" in one && "certain" in other ? one.certain === other.certain : true;
    return one.identity === other.identity && certain;
  }
  // A section that a component loads, or a module with the setting that names it.
  if ("isOnly" in one && "isOnly" in other && one.isOnly !== other.isOnly) return false;
  if ("use" in one && "use" in other && (one.use !== other.use || valueOf(one) !== valueOf(other))) return false;
  for (const key of ["setting", "section"] as const) {
    const [here, there] = [fieldOf(one, key), fieldOf(other, key)];
    if (here !== undefined || there !== undefined) return isSameAnswer(here, there);
  }
  return false;
}

function fieldOf(thing: object, key: "setting" | "section"): unknown {
  return key in thing ? (thing as Readonly<Record<string, unknown>>)[key] : undefined;
}

function valueOf(thing: object): unknown {
  return "name" in thing ? thing.name : undefined;
}
