// The one way to read a file of this machine: a regular file, below the folders that were opened by its real path, and no more bytes of
// it than a limit. Devices and pipes are never opened for reading, not even when they take a file's place at the last moment.

import { constants } from "node:fs";
import { open, realpath } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { isAbsolute, relative, sep } from "node:path";

/** Larger than any configuration, and than anything that a configuration reads. */
export const MAX_BYTES = 2_000_000;

export type ReadProblem = "missing" | "outside" | "not regular" | "too large";

export type ReadBytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: ReadProblem; readonly error?: unknown };

/** For a real path. Windows has neither of the last two. */
export const READ_FLAGS = ["O_RDONLY", "O_NONBLOCK", "O_NOFOLLOW"]
  .map((name) => (constants as Readonly<Record<string, number | undefined>>)[name] ?? 0)
  .reduce((all, one) => all | one);

/** `within`: the folders that it must lie in; undefined: the user named the file. Never rejects. */
export async function readRegular(path: string, within: readonly string[] | undefined, limit = MAX_BYTES): Promise<ReadBytes> {
  try {
    const real = await realpath(path);
    if (within !== undefined && !(await isWithinAny(real, within))) return { ok: false, problem: "outside" };
    // Opening a pipe would wait for its other end.
    const file = await open(real, READ_FLAGS);
    try {
      return await readWhole(file, limit);
    } finally {
      await file.close();
    }
  } catch (error) {
    return { ok: false, problem: "missing", error };
  }
}

/** The folders are compared by where they really are. `real` is a real path. */
export async function isWithinAny(real: string, folders: readonly string[]): Promise<boolean> {
  for (const folder of folders) if (isBelow(real, await realpath(folder).catch(() => folder))) return true;
  return false;
}

/** The same place, or one below it. */
export function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function readWhole(file: FileHandle, limit: number): Promise<ReadBytes> {
  const status = await file.stat();
  if (status.isDirectory()) return { ok: false, problem: "not regular", error: Object.assign(new Error(), { code: "EISDIR" }) };
  if (!status.isFile()) return { ok: false, problem: "not regular" };
  if (status.size > limit) return { ok: false, problem: "too large" };
  // It may grow while it is read; some files of the system say that they are empty.
  const chunks: Uint8Array[] = [];
  for (let total = 0; total <= limit;) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(Math.max(4_096, status.size + 1 - total)));
    if (bytesRead === 0) return { ok: true, bytes: Buffer.concat(chunks) };
    chunks.push(buffer.subarray(0, bytesRead));
    total += bytesRead;
  }
  return { ok: false, problem: "too large" };
}
