// What cannot be read, and why, as a sentence for people.

import { lstatSync } from "node:fs";
import type { ReadBytes } from "../../disk/readRegular.ts";

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

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown error";
}

function reasonOf(path: string, code: string): string {
  switch (code) {
    case "ENOENT":
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
