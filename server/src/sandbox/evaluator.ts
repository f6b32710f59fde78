// Evaluates configurations in a thread that is ended when it takes too much processor time. The thread starts with the first question and is kept;
// files are fetched as the evaluation asks for them, and it begins anew until nothing is missing.

import { writtenOrigins } from "../core/effective/writtenOrigins.ts";
import type { EffectiveResult, EvaluationRequest, FileContent } from "../core/effective/types.ts";
import { listInside, readInside } from "./fileSource.ts";
import type { FileSource } from "./fileSource.ts";
import { guessIncludes } from "./guessIncludes.ts";
import type { KnownFile, KnownFolder } from "./knownFiles.ts";
import type { Answer, Question } from "./messages.ts";
import type { Thread } from "./thread.ts";

export interface TimeLimits {
  /** Processor time for all runs of one evaluation together. */
  readonly cpuMs: number;
  /** For the start of the thread and the loading of Lua. */
  readonly startMs: number;
}

const TIME_LIMITS: TimeLimits = { cpuMs: 1_000, startMs: 60_000 };
const MAX_FILES = 1_000;
const MAX_SIZE = 16 * 1024 * 1024;

/** The evaluation itself did not work, which says nothing about the configuration. */
export class EvaluatorFailed extends Error {}

export class Evaluator {
  private running: Running | undefined;
  private questions = 0;
  /** One evaluation at a time. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly startThread: () => Thread,
    private readonly limits: TimeLimits = TIME_LIMITS,
  ) {}

  evaluate(request: EvaluationRequest, source: FileSource): Promise<EffectiveResult> {
    const result = this.last.then(() => this.rounds(request, source));
    this.last = result.catch(() => undefined);
    return result;
  }

  dispose(): void {
    this.drop();
  }

  private async rounds(request: EvaluationRequest, source: FileSource): Promise<EffectiveResult> {
    const files = new Map<string, KnownFile>();
    const folders = new Map<string, KnownFolder>();
    let cpuMs = 0;
    let waitedMs = 0;
    let size = 0;
    const fetchFiles = async (paths: readonly string[]): Promise<void> => {
      for (const path of paths) {
        if (files.has(path) || files.size >= MAX_FILES || size > MAX_SIZE) continue;
        const file = await readInside(source, path);
        files.set(path, file);
        if ("problem" in file) continue;
        size += file.content.length;
        await fetchFiles(guessIncludes(path, textOf(file.content)));
      }
    };
    await fetchFiles([request.entry]);
    for (;;) {
      if (files.size >= MAX_FILES || folders.size >= MAX_FILES || size > MAX_SIZE)
        return tooMuch(request, "It includes more than a configuration may.");
      const thread = this.running ?? this.start();
      await thread.ready;
      const began = Date.now();
      const question = { request, known: { files, folders }, cpuMs: this.limits.cpuMs - cpuMs };
      const answer = await this.ask(thread, question, thread.thread.patienceMs - waitedMs);
      waitedMs += Date.now() - began;
      cpuMs += answer?.cpuMs ?? 0;
      // A thread looks at its clock now and then: many short runs are over before it does.
      const isOver = answer?.kind === "needs" && cpuMs > this.limits.cpuMs;
      if (answer === undefined || isOver)
        return tooMuch(request, "It takes too long and was stopped: perhaps a loop or a search in a text never ends.");
      if (answer.kind === "result") return withPlaces(answer.result, files);
      await fetchFiles(answer.needs.files);
      for (const path of answer.needs.folders) folders.set(path, await listInside(source, path));
    }
  }

  /** Undefined: it took too long. */
  private async ask(
    thread: Running,
    question: Omit<Question, "id">,
    patienceMs: number,
  ): Promise<Extract<Answer, { readonly kind: "result" | "needs" }> | undefined> {
    const id = ++this.questions;
    const answer = await new Promise<Answer | undefined>((resolve) => {
      const timer = setTimeout(
        () => {
          resolve(undefined);
        },
        Math.max(1, patienceMs),
      );
      thread.listen((given) => {
        if ("id" in given && given.id !== id) return;
        clearTimeout(timer);
        resolve(given);
      });
      thread.thread.ask({ ...question, id });
    });
    if (answer?.kind === "result" || answer?.kind === "needs") return answer;
    this.drop();
    if (answer === undefined || answer.kind === "late") return undefined;
    throw new EvaluatorFailed(answer.kind === "broken" ? answer.name : answer.kind);
  }

  private start(): Running {
    const thread = this.startThread();
    let listener: (answer: Answer) => void = () => undefined;
    const ready = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new EvaluatorFailed("it did not start"));
      }, this.limits.startMs);
      listener = (answer) => {
        clearTimeout(timer);
        if (answer.kind === "ready") resolve();
        else reject(new EvaluatorFailed(answer.kind === "broken" ? answer.name : answer.kind));
      };
    });
    thread.onAnswer((answer) => {
      listener(answer);
    });
    thread.onEnd(() => {
      listener({ kind: "broken", name: "it ended" });
    });
    const running: Running = {
      thread,
      ready: ready.catch((error: unknown) => {
        this.drop();
        throw error;
      }),
      listen: (next) => {
        listener = next;
      },
    };
    this.running = running;
    return running;
  }

  private drop(): void {
    this.running?.listen(() => undefined);
    this.running?.thread.end();
    this.running = undefined;
  }
}

interface Running {
  readonly thread: Thread;
  readonly ready: Promise<void>;
  listen(listener: (answer: Answer) => void): void;
}

function tooMuch({ entry }: EvaluationRequest, message: string): EffectiveResult {
  return { status: "error", error: { kind: "limit", message, file: entry, line: 1 }, warnings: [], files: [entry] };
}

function withPlaces(result: EffectiveResult, files: ReadonlyMap<string, KnownFile>): EffectiveResult {
  if (result.status === "error") return result;
  const read = (path: string): string | undefined => {
    const file = files.get(path);
    return file === undefined || "problem" in file ? undefined : textOf(file.content);
  };
  return { ...result, origins: writtenOrigins(result.origins, read) };
}

function textOf(content: FileContent): string {
  return typeof content === "string" ? content : new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
}
