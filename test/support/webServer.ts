// The server of the web extension as a browser's worker runs it: the built bundle among the globals of a worker and nothing of Node's. Its
// timers run on a clock of their own, so that nobody waits, and it is known when the server has nothing left to do.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Script, createContext } from "node:vm";
import type { Diagnostic } from "vscode-languageserver";
import { fileAnswers } from "./memoryFiles.ts";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

interface Timer {
  readonly id: number;
  readonly due: number;
  readonly run: () => void;
}

/** Starts servers from the bundle in `dist`, in a workspace of files in memory. */
export function webServers(dist: string): (files?: ReadonlyMap<string, string>) => WebServer {
  const text = (name: string): string => readFileSync(join(dist, name), "utf8");
  const script = new Script(text("web/server.js"));
  const knowledge = {
    ...(JSON.parse(text("knowledge.json")) as object),
    community: JSON.parse(text("community.json")) as unknown,
  };
  return (files = new Map()) => new WebServer(script, knowledge, files);
}

export class WebServer {
  /** What was said last of a document. */
  private readonly published = new Map<string, readonly Diagnostic[]>();
  private readonly answers = new Map<number, unknown>();
  private readonly clientAnswers: ReturnType<typeof fileAnswers>;
  private timers: readonly Timer[] = [];
  private now = 0;
  private lastId = 0;
  private readonly self: { onmessage?: (event: { readonly data: object }) => void; readonly [name: string]: unknown } = {
    postMessage: (message: Message) => {
      this.hear(message);
    },
    addEventListener: () => undefined,
  };

  constructor(script: Script, knowledge: object, files: ReadonlyMap<string, string>) {
    this.clientAnswers = fileAnswers(files);
    const globals = { self: this.self, TextEncoder, TextDecoder, URL, console };
    script.runInContext(
      createContext({
        ...globals,
        setTimeout: (run: (...words: readonly unknown[]) => void, delay = 0, ...words: readonly unknown[]): number => {
          const timer = {
            id: ++this.lastId,
            due: this.now + delay,
            run: () => {
              run(...words);
            },
          };
          this.timers = [...this.timers, timer];
          return timer.id;
        },
        clearTimeout: (id?: number): void => {
          this.timers = this.timers.filter((timer) => timer.id !== id);
        },
      }),
    );
    const initializationOptions = { knowledge, readFile: true };
    const workspaceFolders = files.size === 0 ? null : [{ uri: "file:///w", name: "w" }];
    void this.ask("initialize", { capabilities: {}, initializationOptions, workspaceFolders });
    this.tell("initialized", {});
  }

  tell(method: string, params: object): void {
    this.send({ method, params });
  }

  async ask(method: string, params: object): Promise<unknown> {
    const id = ++this.lastId;
    this.send({ id, method, params });
    await this.settled();
    return this.answers.get(id);
  }

  /** The diagnostics of a document when nothing is left to do. */
  async diagnostics(uri: string): Promise<readonly Diagnostic[] | undefined> {
    await this.settled();
    return this.published.get(uri);
  }

  private async settled(): Promise<void> {
    for (;;) {
      // Lets all promises go on that can.
      await new Promise((resolve) => setImmediate(resolve));
      const next = this.timers.toSorted((a, b) => a.due - b.due || a.id - b.id)[0];
      if (next === undefined) return;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.now = Math.max(this.now, next.due);
      next.run();
    }
  }

  private send(message: object): void {
    this.self.onmessage?.({ data: structuredClone({ jsonrpc: "2.0", ...message }) });
  }

  private hear(message: Message): void {
    const { id, method, params, result } = structuredClone(message);
    if (method === "textDocument/publishDiagnostics") {
      const { uri, diagnostics } = params as { readonly uri: string; readonly diagnostics: readonly Diagnostic[] };
      this.published.set(uri, diagnostics);
    }
    if (id === undefined) return;
    if (method === undefined) this.answers.set(id, result);
    else
      void Promise.resolve(this.clientAnswers[method]?.(params) ?? null).then((answer) => {
        this.send({ id, result: answer });
      });
  }
}
