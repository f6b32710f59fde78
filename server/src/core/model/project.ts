// The files of one server's configuration, as far as they are known: what Include stands for, and what the other files say. Made by
// whoever can read files (the language server, the command line); rules only look at it.

import type { ConfigFile, Include } from "./config.ts";

export interface ProjectFile {
  /** An address or path, the same for the same file. */
  readonly path: string;
  /** For people: `conf.d/example.org.cfg.lua`. */
  readonly name: string;
  readonly text: string;
  readonly file: ConfigFile;
}

export interface Project {
  /** The file in question. */
  readonly path: string;
  /** All files of the configuration, in the order in which Prosody reads them: the main file first. The one in question is among them. */
  readonly files: readonly ProjectFile[];
  /** Every file that belongs to the configuration is there: only then may something be said to be missing. */
  readonly complete: boolean;
  /** Paths of the files that an Include of the file in question stands for; undefined: cannot be told. */
  matches(include: Include): readonly string[] | undefined;
}

/** The other files. */
export function otherFiles(project: Project): readonly ProjectFile[] {
  return project.files.filter(({ path }) => path !== project.path);
}
