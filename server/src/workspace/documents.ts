// What is open: in an editor the documents, on the command line the files that are checked. Their texts count, not those on the disk.

import type { ContainerKind, FileKind } from "../core/source.ts";

export interface OpenDocument {
  /** As whoever opened it writes it. */
  readonly uri: string;
  /** The normal one. */
  readonly address: string;
  /** Undefined: none of ours. */
  readonly kind: FileKind | ContainerKind | undefined;
  readonly text: string;
  /** Another one for another text. */
  readonly version: number;
}

export interface Documents {
  /** Grows when one is opened or closed. */
  readonly opened: number;
  /** Grows with every change. */
  readonly revision: number;
  /** By any way to write its address. */
  get(uri: string): OpenDocument | undefined;
  all(): Iterable<OpenDocument>;
}
