// A file that the user named, or standard input, as text. What is not UTF-8 becomes U+FFFD, and a byte-order mark stays, as rules have
// something to say about it. Nothing beyond a limit is read.

import { closeSync, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { READ_FLAGS, readRegular } from "../../disk/readRegular.ts";
import { NOT_UTF8, unreadable } from "./problem.ts";
import type { Problem } from "./problem.ts";
import type { Input } from "./inputs.ts";

const MAX_BYTES = 20_000_000;
const HEAD = 8 * 1024;

export type Read = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: Problem };

export async function readInput({ from, path, kind, within }: Input, otherBytes: "shown" | "refused" = "shown"): Promise<Read> {
  const read = from === "stdin" ? await readStdin() : await readRegular(path, within, MAX_BYTES);
  if (!read.ok) return { ok: false, problem: unreadable(path, read, MAX_BYTES) };
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(read.bytes);
  if (otherBytes === "refused" && !Buffer.from(text).equals(read.bytes))
    return { ok: false, problem: { path, reason: NOT_UTF8 } };
  // The parser of Lua says so itself, and where.
  if (kind === "env" && text.includes("\0"))
    return { ok: false, problem: { path, reason: "is not a text file: it contains zero bytes. Save it as UTF-8 text" } };
  return { ok: true, text };
}

/** For what is written elsewhere: bytes that are not UTF-8 would be lost. */
export function readUtf8(input: Input): Promise<Read> {
  return readInput(input, "refused");
}

/** Why a file that the user named cannot be read; undefined: it can. */
export async function problemWithFile(path: string, otherBytes?: "refused"): Promise<Problem | undefined> {
  const read = await readInput({ from: "file", path, kind: "lua" }, otherBytes);
  return read.ok ? undefined : read.problem;
}

/** The beginning of a regular file. */
export function headOf(path: string): string {
  const file = openSync(realpathSync(path), READ_FLAGS);
  try {
    const bytes = Buffer.alloc(HEAD);
    return bytes.toString("utf8", 0, readSync(file, bytes, 0, HEAD, 0));
  } finally {
    closeSync(file);
  }
}

async function readStdin(): ReturnType<typeof readRegular> {
  try {
    // Node takes a folder as standard input for an empty one.
    if (fstatSync(0).isDirectory())
      return { ok: false, problem: "not regular", error: Object.assign(new Error(), { code: "EISDIR" }) };
    const chunks: Uint8Array[] = [];
    let total = 0;
    for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      total += chunk.length;
      if (total > MAX_BYTES) return { ok: false, problem: "too large" };
    }
    return { ok: true, bytes: Buffer.concat(chunks) };
  } catch (error) {
    return { ok: false, problem: "missing", error };
  }
}
