// The one way to write a file of this machine: whole or not at all. The text is written to a file beside it, which then takes its place
// in one step, so that a program that is killed leaves the former text or the new one.

import { constants } from "node:fs";
import { chmod, copyFile, link, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isWithinAny, readRegular } from "./readRegular.ts";
import type { ReadProblem } from "./readRegular.ts";

export type WriteProblem = "exists" | "outside" | "not regular" | "changed" | "not UTF-8" | "failed";

export type Written = { readonly ok: true } | { readonly ok: false; readonly problem: WriteProblem; readonly error?: unknown };

export interface Wish {
  /** The folders that it must lie in; absent: the user named the file. */
  readonly within?: readonly string[] | undefined;
  /** Only its owner may read it, also if it was there before. */
  readonly secret?: boolean;
  /** An existing file is replaced. */
  readonly force?: boolean;
}

/** What file systems say that cannot do it. */
const NO_SYNC: ReadonlySet<string> = new Set(["EINVAL", "ENOSYS", "ENOTSUP"]);

class Refused extends Error {
  constructor(readonly problem: WriteProblem) {
    super(problem);
  }
}

const HINDRANCES = {
  missing: "failed",
  outside: "outside",
  "not regular": "not regular",
  "too large": "changed",
} as const satisfies Record<ReadProblem, WriteProblem>;

/** Puts a text in the place of the one that was read, if that is still there and nothing of it would be lost. Mode and owner stay. */
export function replaceText(path: string, before: string, after: string, within?: readonly string[]): Promise<Written> {
  return attempt(async () => {
    const place = await realpath(path);
    const isUnchanged = async (): Promise<void> => {
      const read = await readRegular(place, within, Buffer.byteLength(before));
      if (!read.ok) throw read.error instanceof Error ? read.error : new Refused(HINDRANCES[read.problem]);
      if (new TextDecoder("utf-8", { ignoreBOM: true }).decode(read.bytes) !== before) throw new Refused("changed");
      if (!Buffer.from(before).equals(read.bytes)) throw new Refused("not UTF-8");
    };
    await isUnchanged();
    await put(place, after, { force: true }, isUnchanged);
  });
}

/** Writes a file that is new, or that the user wants to have replaced. */
export function writeWhole(path: string, text: string, wish: Wish): Promise<Written> {
  return attempt(async () => {
    // Through a link: the link stays. One that leads nowhere is replaced.
    const real = wish.force === true ? await realpath(path).catch(() => undefined) : undefined;
    const place = real ?? join(await realpath(dirname(path)), basename(path));
    if (wish.within !== undefined && !(await isWithinAny(place, wish.within))) throw new Refused("outside");
    await put(place, text, wish);
  });
}

async function put(place: string, text: string, { force, secret }: Wish, atLast?: () => Promise<void>): Promise<void> {
  const former = force === true ? await stat(place).catch(() => undefined) : undefined;
  if (former?.isFile() === false) throw new Refused("not regular");
  const temporary = join(dirname(place), `.prosody-config-${process.pid}-${Date.now().toString(36)}.tmp`);
  try {
    const file = await open(temporary, "wx", secret === true || former !== undefined ? 0o600 : 0o666);
    try {
      await file.writeFile(text);
      if (former !== undefined) {
        const { uid, gid } = await file.stat();
        if (uid !== former.uid || gid !== former.gid) await file.chown(former.uid, former.gid);
        if (secret !== true) await file.chmod(former.mode & 0o7777);
      }
      // Its bytes are on the disk before its name is.
      await file.sync().catch((error: unknown) => {
        if (!NO_SYNC.has(codeOf(error) ?? "")) throw error;
      });
    } finally {
      await file.close();
    }
    await atLast?.();
    if (force === true) await rename(temporary, place);
    else await takeFreeName(temporary, place);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Fails if the name is taken, also by somebody who was faster. */
async function takeFreeName(temporary: string, place: string): Promise<void> {
  try {
    await link(temporary, place);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw error;
    // Some file systems have no links.
    await copyFile(temporary, place, constants.COPYFILE_EXCL);
    await chmod(place, (await stat(temporary)).mode & 0o7777);
  }
}

async function attempt(work: () => Promise<void>): Promise<Written> {
  try {
    await work();
    return { ok: true };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    return { ok: false, problem: codeOf(error) === "EEXIST" ? "exists" : "failed", error };
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
