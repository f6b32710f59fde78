// What is to be known about a container that is written down: sentences, each with a name by which programs know it, whatever its words.

export interface Note {
  readonly id: NoteId;
  readonly text: string;
}

export type NoteId =
  // Of the env file and its variables.
  | "account-reset"
  | "env-file-differs"
  | "env-file-literal"
  | "env-file-raw"
  | "env-file-refused"
  | "no-virtual-hosts"
  | "value-outside-env-file"
  | "variables-without-effect"
  // Of mounts and their owners.
  | "data-owner"
  | "includes-not-mounted"
  | "mounts-readable"
  | "no-certificates"
  | "no-data"
  | "other-user"
  | "read-only-folder"
  | "read-only-root"
  | "subfolders-left-out"
  // Of networks and ports.
  | "host-network"
  | "network-missing"
  | "port-of-components"
  | "port-on-loopback"
  // Of the command, and of what the form is for.
  | "before-run"
  | "command-doubled"
  | "empty-word"
  | "left-out"
  | "relative-path"
  | "replaced-by-compose"
  | "replaced-by-shell"
  | "restart-uncounted"
  | "several-commands"
  | "start-of-unit"
  | "storage-size"
  | "secrets-first";

/** The tool that gets what is written does not read the env file, so that nothing starts. */
export function isRefused(notes: readonly Note[]): boolean {
  return notes.some(({ id }) => id === "env-file-refused");
}

export function textsOf(notes: readonly Note[]): readonly string[] {
  return notes.map(({ text }) => text);
}
