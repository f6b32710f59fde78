// Bytes to text. What is not UTF-8 becomes U+FFFD, and a byte-order mark stays, as rules have something to say about it. Pipes and
// devices are read too, but nothing beyond a limit.

import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { problemOf } from "./problem.ts";
import type { Problem } from "./problem.ts";
import type { Input } from "./inputs.ts";

const MAX_BYTES = 20 * 1024 * 1024;
const CHUNK = 256 * 1024;
const HEAD = 8 * 1024;

export type Read = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: Problem };

export async function readInput(input: Input): Promise<Read> {
  const { path, kind } = input;
  let bytes: Uint8Array | undefined;
  try {
    // Node takes a folder as standard input for an empty one.
    if (input.from === "stdin" && fstatSync(0).isDirectory()) return refuse(path, "is a folder, not a file");
    bytes = input.from === "stdin" ? await readStdin() : readBytes(path);
  } catch (error) {
    return { ok: false, problem: problemOf(path, error) };
  }
  if (bytes === undefined) return refuse(path, `is larger than ${MAX_BYTES / 1024 / 1024} MB, which no configuration is`);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  // The parser of Lua says so itself, and where.
  if (kind === "env" && text.includes("\0"))
    return refuse(path, "is not a text file: it contains zero bytes. Save it as UTF-8 text");
  return { ok: true, text };
}

/** The beginning of a plain file. */
export function headOf(path: string): string {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(HEAD);
    return bytes.toString("utf8", 0, readSync(file, bytes, 0, HEAD, 0));
  } finally {
    closeSync(file);
  }
}

function refuse(path: string, reason: string): Read {
  return { ok: false, problem: { path, reason } };
}

/** Undefined: too large. */
function readBytes(path: string): Uint8Array | undefined {
  const file = openSync(path, "r");
  try {
    if (fstatSync(file).size > MAX_BYTES) return undefined;
    const chunks: Uint8Array[] = [];
    for (let total = 0; total <= MAX_BYTES;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const length = readSync(file, chunk, 0, CHUNK, null);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, length));
      total += length;
    }
    return undefined;
  } finally {
    closeSync(file);
  }
}

async function readStdin(): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    total += chunk.length;
    if (total > MAX_BYTES) return undefined;
  }
  return Buffer.concat(chunks);
}
