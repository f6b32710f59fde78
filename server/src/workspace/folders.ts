// The folders of the workspace that were opened so far, each with what is known of it. They are made when the first file in them is asked
// about.

import { ASKS_ENVIRONMENT } from "../core/model/envNames.ts";
import type { Project } from "../core/model/project.ts";
import { FolderEnvironment } from "./environment.ts";
import { Folder } from "./folder.ts";
import type { WorkspaceHost } from "./host.ts";
import type { Store } from "./store.ts";

/** Milliseconds after which an editor reads again what nobody tells the changes of. */
const FRESH = 30_000;

export interface Opened {
  readonly folder: Folder;
  readonly environment: FolderEnvironment;
}

export class OpenedFolders {
  private readonly known = new Map<string, Opened>();

  constructor(
    private readonly host: WorkspaceHost,
    private readonly store: Store,
    private readonly changed: () => void,
  ) {}

  /** Undefined for a file that was opened alone. */
  of(address: string): Opened | undefined {
    const { host, store } = this;
    const root = host.rootOf(address);
    const files = host.files(address);
    if (root === undefined || files === undefined) return undefined;
    const known = this.known.get(root.address);
    if (known !== undefined) return known;
    const folder: Folder = new Folder({
      root,
      files,
      documents: host.documents,
      store,
      label: (one) => host.label(one, root.address),
      isWatched: (one) => host.isWatched(one),
      fresh: host.waits ? Number.POSITIVE_INFINITY : FRESH,
      foresee: () => {
        this.foresee(opened);
      },
      changed: this.changed,
    });
    const opened = { folder, environment: new FolderEnvironment(folder, store) };
    this.known.set(root.address, opened);
    return opened;
  }

  /** Of what is known of the folder of a file, up to date. */
  async ask<T>(address: string, question: (opened: Opened) => T): Promise<T | undefined> {
    const opened = this.of(address);
    return opened?.folder.settled(() => question(opened));
  }

  diskChanged(): void {
    for (const { folder } of this.known.values()) folder.diskChanged();
  }

  forget(): void {
    for (const { folder } of this.known.values()) folder.stop();
    this.known.clear();
  }

  /** Asks what may be asked of a folder, so that it is read before. */
  private foresee({ folder, environment }: Opened): void {
    folder.includes.includedBy(folder.root.address);
    for (const [address, { kind, text }] of folder.open()) {
      if (kind === "lua" || kind === "env") environment.imageVersion(address);
      if (kind === "env") environment.readers(address);
      if (kind === "env" || (kind === "lua" && ASKS_ENVIRONMENT.test(text))) environment.graph();
      if (kind === undefined || kind === "lua" || kind === "env") continue;
      const containers = this.store.containers(address, text, kind);
      if (containers !== undefined) environment.complete(address, containers);
    }
  }
}

/** Undefined where two configurations share the file. */
export function projectOf(address: string, text: string, { folder, environment }: Opened): Project | undefined {
  const project = folder.includes.project(address);
  if (project === undefined) return undefined;
  const complete = project.complete && !folder.cut;
  const around = ASKS_ENVIRONMENT.test(text) ? { environment: environment.environment(address) } : {};
  return { ...project, complete, ...around };
}
