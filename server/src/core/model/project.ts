// The files of one server's configuration, as far as they are known: what Include stands for, and what the other files say. Made by
// whoever can read files (the language server, the command line); rules only look at it.

import type { Include } from "./config.ts";
import type { LuaFile } from "./luaFile.ts";

/** Who else sees a file. */
export interface Exposure {
  /** In a git repository, tracked or at least not ignored: it is shared with whoever has the repository. Absent: not known. */
  readonly versioned?: boolean;
  /** Every user of the machine may read it. Absent: not known. */
  readonly worldReadable?: boolean;
}

/** The exposure is known of the file in question, if at all. */
export interface ProjectFile extends Exposure {
  /** An address or path, the same for the same file. */
  readonly path: string;
  /** For people: `conf.d/example.org.cfg.lua`. */
  readonly name: string;
  readonly text: string;
  readonly file: LuaFile;
}

export interface Project {
  /** The file in question. */
  readonly path: string;
  /** All files of the configuration, in the order in which Prosody reads them: the main file first. The one in question is among them. */
  readonly files: readonly ProjectFile[];
  /** Every file that belongs to the configuration is there: only then may something be said to be missing. */
  readonly complete: boolean;
  /** Nothing includes the file; these make the configuration beside whose main file its folder is, the main file first. Absent: there is none. */
  readonly beside?: readonly ProjectFile[];
  /** Of the server that it configures; absent: not known. */
  readonly environment?: Environment | undefined;
  /** Paths of the files that an Include of the file in question stands for; undefined: cannot be told. */
  matches(include: Include): readonly string[] | undefined;
  /** The file that it names, or the folder of its pattern, is not there, so that Prosody does not start. Absent: not known. */
  misses?(include: Include): boolean;
}

export interface Names {
  has(name: string): boolean;
}

/** What is known of the variables that a configuration may read. */
export interface Environment {
  /** All that it is given is known. */
  readonly certain: boolean;
  /** Those that are given, or at least mentioned by what gives variables. */
  readonly names: Names;
  /** Containers of Prosody's image get the file beside the image's own configuration, which reads it at its end. */
  readonly addsToImage?: boolean;
}

/** What is known of who reads the variables of an env file. */
export interface EnvUses {
  /** One configuration, all of which is known, and nothing else. */
  readonly certain: boolean;
  /** Those that are read, or at least mentioned. */
  readonly names: Names;
  /** What containers of Prosody's image that are given the file are given besides. */
  readonly beside?: readonly VariableBeside[];
}

export interface VariableBeside {
  readonly name: string;
  /** Undefined: not known, or not the same everywhere. */
  readonly value: string | undefined;
}

/** The other files. */
export function otherFiles(project: Project): readonly ProjectFile[] {
  return project.files.filter(({ path }) => path !== project.path);
}
