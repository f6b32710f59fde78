// Diagnostics: sent a moment after the last change, at once when a file opens, taken back when it closes. An answer that a newer
// text has overtaken is never sent.

import type { Connection } from "vscode-languageserver";
import { toDiagnostic } from "./convert.ts";
import { findingsIn } from "./findings.ts";
import type { Session } from "./session.ts";

/** Milliseconds without typing before a file is checked. */
const QUIET = 150;

/** Milliseconds without typing before the open files around it are checked again. */
const LONG_QUIET = 600;

/** What an editor can sensibly list; a file with more is not a configuration. */
const MAX_DIAGNOSTICS = 500;

export class Publisher {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Versions that are checked or being checked: opening a document counts as a change of it too. */
  private readonly checked = new Map<string, number>();
  private around: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
  ) {}

  soon(uri: string): void {
    if (this.checked.get(uri) === this.session.documents.get(uri)?.version) return;
    this.stop(uri);
    this.timers.set(
      uri,
      setTimeout(() => {
        this.now(uri);
      }, QUIET),
    );
  }

  /** Other files may see this one differently now. */
  othersSoon(uri: string): void {
    clearTimeout(this.around);
    this.around = setTimeout(() => {
      for (const other of this.session.openAround(uri)) this.now(other);
    }, LONG_QUIET);
  }

  now(uri: string): void {
    this.stop(uri);
    const version = this.session.documents.get(uri)?.version;
    if (version !== undefined) this.checked.set(uri, version);
    this.publish(uri).catch((error: unknown) => {
      this.connection.console.error(
        `checking failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    });
  }

  close(uri: string): void {
    this.stop(uri);
    this.checked.delete(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private stop(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
  }

  private async publish(uri: string): Promise<void> {
    const file = await this.session.file(uri);
    if (file === undefined) return;
    const { version } = file;
    const diagnostics = findingsIn(file)
      .slice(0, MAX_DIAGNOSTICS)
      .map((finding) => toDiagnostic(file.analysis.lines, uri, finding, this.session.ruleAddress));
    await this.connection.sendDiagnostics({ uri, diagnostics, version });
  }
}
