// Diagnostics: sent a moment after the last change, at once when a file opens, taken back when it closes. An answer that a newer
// text has overtaken is never sent, nor a list that is the same as the last one.

import isEqual from "fast-deep-equal";
import type { Connection, Diagnostic } from "vscode-languageserver";
import { withAdded } from "../core/rules/check.ts";
import { VERSION_NOTIFICATION } from "../protocol.ts";
import type { VersionInForce } from "../workspace/settings.ts";
import { toDiagnostic } from "./convert.ts";
import { log } from "./guard.ts";
import type { Session } from "./session.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

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
  /** What was sent last. */
  private readonly sent = new Map<string, readonly Diagnostic[]>();
  /** Of Prosody: those that the client was told. */
  private readonly versions = new Map<string, VersionInForce>();
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

  all(): void {
    for (const { uri } of this.session.documents.all()) this.now(uri);
  }

  now(uri: string): void {
    this.stop(uri);
    const version = this.session.documents.get(uri)?.version;
    if (version !== undefined) this.checked.set(uri, version);
    this.publish(uri).catch((error: unknown) => {
      log(this.connection, `checking of ${uri}`, error);
    });
  }

  close(uri: string): void {
    this.stop(uri);
    this.checked.delete(uri);
    this.sent.delete(uri);
    this.versions.delete(uri);
    this.session.loadings.close(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private stop(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
  }

  private async publish(uri: string): Promise<void> {
    await this.send(uri);
    this.session.loadings.soon(uri, () => {
      this.send(uri).catch((error: unknown) => {
        log(this.connection, "checking", error);
      });
    });
  }

  private async send(uri: string): Promise<void> {
    const file = await this.session.file(uri);
    if (file === undefined) return;
    const { version } = file;
    this.tellVersion(file);
    const diagnostics = this.diagnosticsOf(file);
    // Closed meanwhile, or overtaken.
    if (this.session.documents.get(uri)?.version !== version) return;
    if (isEqual(this.sent.get(uri), diagnostics)) return;
    this.sent.set(uri, diagnostics);
    await this.connection.sendDiagnostics({ uri, diagnostics, version });
  }

  private tellVersion({ uri, settings: { version } }: Snapshot): void {
    if (this.session.options.showVersion !== true || isEqual(this.versions.get(uri), version)) return;
    this.versions.set(uri, version);
    void this.connection.sendNotification(VERSION_NOTIFICATION, { uri });
  }

  private diagnosticsOf(file: Snapshot): Diagnostic[] {
    const { analysis, checked, uri } = file;
    const found = withAdded(checked.first(MAX_DIAGNOSTICS + 1), this.session.loadings.of(file));
    const shown = found
      .slice(0, MAX_DIAGNOSTICS)
      .map((finding) => toDiagnostic(analysis.lines, uri, finding, this.session.ruleAddress));
    const [last] = shown.slice(-1);
    if (last === undefined || found.length <= MAX_DIAGNOSTICS) return shown;
    const { codeDescription: _page, relatedInformation: _related, tags: _tags, ...plain } = last;
    const message = `There are more problems from here on: the first ${MAX_DIAGNOSTICS - 1} are listed. \`prosody-config check\` lists more.`;
    return [...shown.slice(0, -1), { ...plain, code: "too-many-findings", message }];
  }
}
