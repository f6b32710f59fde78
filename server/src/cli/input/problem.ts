// What cannot be read or written, and why, as a sentence for people.

import { lstatSync } from "node:fs";
import type { ReadBytes } from "../../disk/readRegular.ts";
import type { Written } from "../../disk/writeWhole.ts";

export interface Problem {
  /** As the user gave it. */
  readonly path: string;
  /** Goes on after the path: "does not exist". */
  readonly reason: string;
}

export function problemOf(path: string, error: unknown): Problem {
  return { path, reason: reasonOf(path, codeOf(error)) };
}

/** Of a file that was not read. */
export function unreadable(path: string, { problem, error }: Extract<ReadBytes, { ok: false }>, limit?: number): Problem {
  switch (problem) {
    case "missing":
      return problemOf(path, error);
    case "outside":
      return { path, reason: "is a symbolic link that leads out of the folder. Name the file itself to have it read" };
    case "not regular":
      if (error !== undefined) return problemOf(path, error);
      return { path, reason: "is not a regular file but a pipe or a device. Give - to read standard input" };
    case "too large":
      return { path, reason: `is larger than ${(limit ?? 2_000_000) / 1_000_000} MB, which no configuration is` };
  }
}

/** Of a file that was not written. */
export function unwritable(path: string, { problem, error }: Extract<Written, { ok: false }>): Problem {
  switch (problem) {
    case "exists":
      return { path, reason: "already exists and was not changed. Use --force to replace it" };
    case "outside":
      return { path, reason: "was not written: a symbolic link leads out of the folder" };
    case "not regular":
      return { path, reason: "was not written: it is not a regular file" };
    case "changed":
      return { path, reason: "was not changed: another program has changed it. Run the command again" };
    case "not UTF-8":
      return { path, reason: `was not changed: it ${NOT_UTF8}` };
    case "failed": {
      const code = codeOf(error);
      if (READABLE.has(code)) return problemOf(path, error);
      return { path, reason: `was not written: the folder does not allow it, or the owner cannot be kept (${code})` };
    }
  }
}

export const NOT_UTF8 = "is not valid UTF-8. Save it as UTF-8 text first";

/** Errors that say the same of writing and reading. */
const READABLE: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "EISDIR", "ELOOP", "ENAMETOOLONG"]);

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown error";
}

function reasonOf(path: string, code: string): string {
  switch (code) {
    case "ENOENT":
      // Names of other encodings come with this letter, and cannot be asked for.
      if (path.includes("\uFFFD")) return "cannot be opened: its name is not valid UTF-8. Rename it";
      return isLink(path) ? "is a symbolic link to something that does not exist" : "does not exist";
    case "EACCES":
    case "EPERM":
      return "cannot be read: permission denied";
    case "EISDIR":
      return "is a folder, not a file";
    case "ENOTDIR":
      return "does not exist: a part of the path is a file, not a folder";
    case "ELOOP":
      return "is a symbolic link that leads back to itself";
    case "ENAMETOOLONG":
      return "does not exist: the name is too long";
    default:
      return `cannot be read (${code})`;
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
