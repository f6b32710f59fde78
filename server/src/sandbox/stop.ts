// What ends an evaluation from outside of Lua. These are JavaScript exceptions on purpose: `pcall` cannot catch them.

import type { ErrorKind, Place } from "../core/effective/types.ts";

/** A limit was reached, or something was asked for that is never granted. */
export class Stopped extends Error {
  constructor(
    readonly kind: Extract<ErrorKind, "limit" | "refused">,
    message: string,
    readonly place: Place | undefined,
  ) {
    super(message);
  }
}

/** Files and folders that have to be fetched before the evaluation can begin anew. */
export class FilesNeeded extends Error {
  constructor(readonly needs: Needs) {
    super();
  }
}

export interface Needs {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}
