// What evaluations say of the open files, each for one version of its document: found out after a while of quiet, never while somebody
// types, and only in a trusted workspace.

import { withAdded } from "../core/rules/check.ts";
import type { Finding } from "../core/rules/rule.ts";
import type { Span } from "../core/text/span.ts";
import { overlaps } from "../core/text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { Session } from "./session.ts";

/** Milliseconds without typing before a configuration is evaluated. */
const QUIET = 700;

interface Known {
  readonly version: number;
  readonly findings: readonly Finding[];
}

export class Loadings {
  private readonly known = new Map<string, Known>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly session: Pick<Session, "effective" | "workspace" | "documents">) {}

  /** What is known of the text as it is. */
  of({ uri, version }: Snapshot): readonly Finding[] {
    const known = this.known.get(uri);
    return known?.version === version ? known.findings : [];
  }

  /** `found` is called when there is something else to say. */
  soon(uri: string, found: () => void): void {
    clearTimeout(this.timers.get(uri));
    if (this.session.effective === undefined) return;
    const timer = setTimeout(() => {
      void this.findOut(uri, found);
    }, QUIET);
    this.timers.set(uri, timer);
  }

  close(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.known.delete(uri);
  }

  private async findOut(uri: string, found: () => void): Promise<void> {
    const { documents, workspace } = this.session;
    const version = documents.get(uri)?.version;
    const findings = await workspace.loading(uri).catch(() => []);
    // Closed meanwhile, or overtaken.
    if (version === undefined || documents.get(uri)?.version !== version) return;
    const before = this.known.get(uri)?.findings ?? [];
    this.known.set(uri, { version, findings });
    if (findings.length > 0 || before.length > 0) found();
  }
}

/** Findings at a place, with those of an evaluation. */
export function findingsAt({ checked }: Snapshot, loading: readonly Finding[], at: Span): readonly Finding[] {
  return withAdded(
    checked.at(at),
    loading.filter(({ span }) => overlaps(span, at)),
  );
}
