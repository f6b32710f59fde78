// An editor, as far as a language server in a process of its own can tell: opens a text, types, asks, and watches what that costs the server
// and its children.

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { StreamMessageReader, StreamMessageWriter, createProtocolConnection } from "vscode-languageserver/node";
import type { Position, ProtocolConnection, PublishDiagnosticsParams } from "vscode-languageserver/node";
import { familyUsage } from "../support/processTimes.ts";
import type { Server } from "./servers.ts";

/** So long the server has nothing to do when it is taken to be at rest: longer than servers wait before they check. */
const QUIET_MS = 450;
const STEP_MS = 50;

export class Editor {
  private readonly child: ChildProcess;
  private readonly connection: ProtocolConnection;
  private readonly version = { now: 1 };
  private readonly heard: ((params: PublishDiagnosticsParams) => void)[] = [];
  /** Never comes true, and fails when the server ends before it is told to. */
  private readonly died: Promise<never>;

  constructor(
    private readonly server: Server,
    private readonly uri: string,
  ) {
    const child = spawn(process.execPath, server.words, { stdio: ["pipe", "pipe", "inherit"] });
    this.child = child;
    this.died = new Promise((_, reject) => {
      child.once("exit", () => {
        reject(new Error(`${server.title} has ended`));
      });
    });
    this.died.catch(() => undefined);
    this.connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    this.connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      for (const hear of this.heard.splice(0)) hear(params);
    });
    this.connection.onRequest("workspace/configuration", ({ items }: { items: readonly { section?: string }[] }) =>
      items.map(({ section }) => (section === undefined ? null : (server.settings?.[section] ?? null))),
    );
    this.connection.onRequest("client/registerCapability", () => null);
    this.connection.listen();
  }

  async start(): Promise<void> {
    const asked = this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      initializationOptions: this.server.options,
      capabilities: {
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
        textDocument: { completion: { completionItem: { snippetSupport: true } }, publishDiagnostics: { versionSupport: true } },
      },
    });
    await Promise.race([asked, this.died]);
    await this.connection.sendNotification("initialized", {});
  }

  /** Opens the text; done when the first diagnostics are there. */
  async open(text: string): Promise<PublishDiagnosticsParams> {
    const { uri } = this;
    const { languageId } = this.server;
    const first = new Promise<PublishDiagnosticsParams>((resolve) => this.heard.push(resolve));
    await this.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
    return Promise.race([first, this.died]);
  }

  /** One key, and what an editor asks at it. */
  async type(position: Position, key: string): Promise<void> {
    const textDocument = { uri: this.uri };
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { ...textDocument, version: ++this.version.now },
      contentChanges: [{ range: { start: position, end: position }, text: key }],
    });
    const after = { line: position.line, character: position.character + key.length };
    await this.ask("textDocument/completion", { textDocument, position: after });
    await this.settled();
    await this.ask("textDocument/codeAction", {
      textDocument,
      range: { start: after, end: after },
      context: { diagnostics: [], triggerKind: 2 },
    });
    await this.ask("textDocument/hover", { textDocument, position });
  }

  private async ask(method: string, params: object): Promise<void> {
    if (this.server.lacks?.includes(method) !== true)
      await Promise.race([this.connection.sendRequest(method, params), this.died]);
  }

  /** Processor time so far and memory now, of the server and its children, in milliseconds and bytes. */
  usage(): { readonly cpu: number; readonly memory: number } {
    return familyUsage(this.child.pid ?? 0) ?? { cpu: 0, memory: 0 };
  }

  /** Waits until the server has nothing to do; the processor time so far. */
  async settled(): Promise<number> {
    let { cpu } = this.usage();
    for (let quiet = 0; quiet < QUIET_MS; quiet += STEP_MS) {
      await pause(STEP_MS);
      const now = this.usage().cpu;
      if (now !== cpu) quiet = 0;
      cpu = now;
    }
    return cpu;
  }

  async stop(): Promise<void> {
    const timer = setTimeout(() => this.child.kill("SIGKILL"), 5_000);
    const asked = this.connection.sendRequest("shutdown").then(() => this.connection.sendNotification("exit"));
    await Promise.race([asked, this.died]).catch(() => undefined);
    await this.died.catch(() => undefined);
    clearTimeout(timer);
    this.connection.dispose();
  }
}
