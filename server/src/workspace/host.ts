// What the workspace needs from whoever runs it: an editor's session, or one run of the command line.

import type { Exposure } from "../core/model/project.ts";
import type { Knowledge } from "../core/schema/knowledge.ts";
import type { Thread } from "../sandbox/thread.ts";
import type { Complain, ConfigPlace } from "./config.ts";
import type { Documents } from "./documents.ts";
import type { Files } from "./files.ts";
import type { Root } from "./folder.ts";
import type { Declaration, HostChoice } from "./settings.ts";

export interface WorkspaceHost {
  readonly documents: Documents;
  /** Whoever reads the files at such addresses; undefined: nobody does. */
  files(address: string): Files | undefined;
  /** The files of this machine, beside the folders that were opened; undefined where they must not be looked at, or there are none. */
  machine(): Files | undefined;
  /** The folder that a file belongs to; undefined: it was opened alone. */
  rootOf(address: string): Root | undefined;
  /** Which .prosody-config.json holds for the file; undefined: none. */
  configPlace(address: string): ConfigPlace | undefined;
  /** What the user chose for a file, and where own modules are besides. */
  choice(uri: string): Promise<HostChoice>;
  readonly ownSources?: { readonly folders: readonly string[]; readonly declarations: readonly Declaration[] };
  /** A file as people name it. */
  label(address: string, root: string): string;
  loadKnowledge(): Knowledge;
  /** Undefined where configurations must not be evaluated, or cannot be. */
  startThread?(): Thread;
  /** Undefined where it cannot be told, or must not be looked at. */
  exposureOf(): ((address: string) => Promise<Exposure>) | undefined;
  /** Milliseconds; absent where there is no such clock. */
  readonly processorTime?: () => number;
  readonly complain: Complain;
  watch(patterns: readonly string[]): void;
  /** Somebody tells when the file changes. */
  isWatched(address: string): boolean;
  /** Answers wait for files as long as it takes: the same question always gets the same answer. An editor cannot wait. */
  readonly waits: boolean;
  /** Answers may be others now. */
  changed(): void;
}
