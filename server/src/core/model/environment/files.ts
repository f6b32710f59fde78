// What the environment graph is made of: the files of a workspace folder as they were understood, and the paths between them.

import type { Span } from "../../text/span.ts";
import type { ConfigFile } from "../config.ts";
import type { ContainerFile } from "../container.ts";
import type { EnvFile } from "../envFile.ts";

interface AnyFile {
  /** Absolute, with `/` between its parts. */
  readonly path: string;
  readonly text: string;
  /** All words of it; see `wordsOf`. */
  readonly words: () => ReadonlySet<string>;
}

export interface LuaGraphFile extends AnyFile {
  readonly kind: "lua";
  readonly file: ConfigFile;
  /** Nothing in it was left out because it could not be understood. */
  readonly whole: boolean;
}

export interface EnvGraphFile extends AnyFile {
  readonly kind: "env";
  readonly file: EnvFile;
}

export interface ContainerGraphFile extends AnyFile {
  readonly kind: "container";
  readonly file: ContainerFile;
  readonly comments: readonly Span[];
}

/** Something that is not understood, but may speak of variables: a script. */
export interface OtherGraphFile extends AnyFile {
  readonly kind: "other";
}

export type GraphFile = LuaGraphFile | EnvGraphFile | ContainerGraphFile | OtherGraphFile;

/** Where a name of a variable stands. */
export interface Place {
  readonly path: string;
  /** The name alone, without `ENV_` and quotes where the text has it letter for letter. */
  readonly span: Span;
  /** What a cursor touches: `ENV_X` as a whole. */
  readonly around: Span;
  readonly role: "definition" | "use";
}

/** The words of a text, found when they are first asked for; `ENV_X` is `X` too. */
export function wordsOf(text: string): () => ReadonlySet<string> {
  let words: Set<string> | undefined;
  return () => {
    if (words !== undefined) return words;
    words = new Set(text.match(/[A-Za-z_]\w*/g));
    for (const word of [...words]) if (word.startsWith("ENV_")) words.add(word.slice("ENV_".length));
    return words;
  };
}

export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/")) || "/";
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** As file systems do. Undefined for what is no path of this machine, or depends on it: `~/x`, `%h/x`, `${X}`. */
export function resolvePath(folder: string, written: string): string | undefined {
  const path = written.replace(/^\$(?:PWD|\{PWD\}|\(pwd\))(?=\/|$)/, ".").replace(/\\/g, "/");
  return path === "" || /^~|[%$\0]|^[A-Za-z]:/.test(path) ? undefined : resolve(folder, path);
}

/** From a folder on, unless it begins at the root. */
export function resolve(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${folder}/${path}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/** The one is the other, or a folder above it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === "/" ? "/" : `${folder}/`);
}
