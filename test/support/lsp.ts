// A client for tests: talks to the real server over a pair of in-memory streams, or over a child process's stdio. Knows the
// protocol and nothing of the server.

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { PassThrough } from "node:stream";
import { StreamMessageReader, StreamMessageWriter, createConnection, createProtocolConnection } from "vscode-languageserver/node";
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  Hover,
  InitializeResult,
  Position,
  ProtocolConnection,
  PublishDiagnosticsParams,
} from "vscode-languageserver/node";
import { readKnowledge } from "../../scripts/knowledge.mjs";
import type { Host } from "../../server/src/lsp/host.ts";
import { startServer } from "../../server/src/lsp/server.ts";
import { fileAnswers } from "./memoryFiles.ts";

/** Milliseconds after which what was said before still counts. */
const SAME_LIST = 2_500;

/** Milliseconds until a test gives up waiting. */
const PATIENCE = 10_000;

const CAPABILITIES: ClientCapabilities = {
  workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: { completion: { completionItem: { snippetSupport: true } } },
};

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Answers to workspace/configuration. */
  settings?: unknown;
  /** Folders of the workspace. */
  readonly folders?: readonly string[];
  /** What the client answers when the server asks for files: texts by address. */
  readonly files?: Map<string, string>;
  /** The server has no process of its own. */
  readonly inMemory?: boolean;
  /** What the process of the server offers besides. */
  readonly host?: Partial<Host>;
}

export class TestClient {
  private readonly published = new Map<string, PublishDiagnosticsParams[]>();
  private readonly waiting: (() => void)[] = [];
  private readonly versions = new Map<string, number>();
  readonly logged: string[] = [];
  initialized: InitializeResult | undefined;

  constructor(
    readonly connection: ProtocolConnection,
    readonly options: ClientOptions = {},
  ) {
    connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, [...(this.published.get(params.uri) ?? []), params]);
      for (const wake of this.waiting.splice(0)) wake();
    });
    connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }): unknown[] =>
      items.map(() => this.options.settings ?? null),
    );
    connection.onRequest("client/registerCapability", () => null);
    for (const [method, answer] of Object.entries(fileAnswers(this.options.files ?? new Map())))
      connection.onRequest(method, answer);
    connection.listen();
  }

  async start(): Promise<this> {
    this.initialized = await this.connection.sendRequest<InitializeResult>("initialize", {
      processId: null,
      rootUri: null,
      workspaceFolders: this.options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
      capabilities: this.options.capabilities ?? CAPABILITIES,
      initializationOptions: this.options.initializationOptions,
    });
    await this.connection.sendNotification("initialized", {});
    return this;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest("shutdown");
    // In this process it would end the other tests with itself.
    if (this.options.inMemory !== true) await this.connection.sendNotification("exit");
    this.connection.dispose();
  }

  async open(uri: string, text: string, languageId = "prosody"): Promise<void> {
    this.versions.set(uri, 1);
    await this.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  }

  async change(uri: string, text: string): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
    return version;
  }

  /** A file changes on disk, or goes when there is no text. */
  async changeOnDisk(uri: string, text?: string): Promise<void> {
    if (text === undefined) this.options.files?.delete(uri);
    else this.options.files?.set(uri, text);
    await this.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri, type: text === undefined ? 3 : 2 }],
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  /** The diagnostics of a version of a document (of any, without one), as soon as they are there. */
  async diagnostics(uri: string, version?: number): Promise<readonly Diagnostic[]> {
    const asked = Date.now();
    const found = await this.until(() => {
      const all = this.published.get(uri);
      const exact = all?.findLast((params) => version === undefined || params.version === version);
      // A list that is the same as the last one is not sent again.
      return exact ?? (Date.now() - asked > SAME_LIST ? all?.at(-1) : undefined);
    });
    return found.diagnostics;
  }

  /** Waits until the last diagnostics sent for a document are as wanted. */
  async diagnosticsWhere(uri: string, wanted: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    const found = await this.until(() => {
      const last = this.published.get(uri)?.at(-1);
      return last !== undefined && wanted(last.diagnostics) ? last : undefined;
    });
    return found.diagnostics;
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest("textDocument/hover", { textDocument: { uri }, position });
  }

  completion(uri: string, position: Position): Promise<CompletionList | null> {
    return this.connection.sendRequest("textDocument/completion", { textDocument: { uri }, position });
  }

  resolve(item: CompletionItem): Promise<CompletionItem> {
    return this.connection.sendRequest("completionItem/resolve", item);
  }

  async codeActions(uri: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
    return this.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    });
  }

  symbols(uri: string): Promise<readonly DocumentSymbol[]> {
    return this.connection.sendRequest("textDocument/documentSymbol", { textDocument: { uri } });
  }

  /** Waits until nothing is published for so many milliseconds. */
  async quiet(milliseconds: number): Promise<void> {
    for (let last = -1; last !== this.count; await new Promise((resolve) => setTimeout(resolve, milliseconds))) last = this.count;
  }

  /** How many times diagnostics of a file were sent. */
  publishedFor(uri: string): number {
    return this.published.get(uri)?.length ?? 0;
  }

  private get count(): number {
    return [...this.published.values()].reduce((sum, { length }) => sum + length, 0);
  }

  private async until<T>(ask: () => T | undefined): Promise<T> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const answer = ask();
      if (answer !== undefined) return answer;
      if (Date.now() > deadline)
        throw new Error(`nothing came within ${PATIENCE} ms; the server logged: ${this.logged.join("\n")}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 200);
        this.waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }
}

/** A server in a process of its own: what Node is to run, and what else the process shall have. The client is not started. */
export function spawnServer(
  words: readonly string[],
  options: ClientOptions = {},
  env: NodeJS.ProcessEnv = process.env,
): { readonly child: ChildProcess; readonly client: TestClient; readonly ended: Promise<number | null> } {
  const child = spawn(process.execPath, words, { env, stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", resolve);
  });
  const streams = [new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)] as const;
  return { child, client: new TestClient(createProtocolConnection(...streams), options), ended };
}

/** A server in this process, over in-memory streams. */
export async function connectInMemory(options: ClientOptions = {}): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(server, { loadKnowledge: readKnowledge, ...(options.host ?? {}) });
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  return new TestClient(client, { ...options, inMemory: true }).start();
}
