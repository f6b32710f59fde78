// Who else sees a file of this machine: whoever has the repository that it is kept in, or every user of the machine.

import { realpath, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Exposure } from "../core/model/project.ts";
import { Versioned } from "./versioned.ts";

/** `path` is absolute. Never rejects: what cannot be looked at is not known. */
export async function exposureOf(path: string, repositories = new Versioned()): Promise<Exposure> {
  const place = await realpath(path).catch(() => path);
  const versioned = await repositories.of(place);
  // What is checked out from a repository has a mode of its own, which says nothing of the server's.
  const worldReadable = versioned === true ? undefined : await isWorldReadable(place);
  return { ...(versioned === undefined ? {} : { versioned }), ...(worldReadable === undefined ? {} : { worldReadable }) };
}

/** Everybody may read it and go through the folders above it. Undefined where a file's mode does not say. */
async function isWorldReadable(path: string): Promise<boolean | undefined> {
  if (process.platform === "win32") return undefined;
  try {
    if (((await stat(path)).mode & 0o004) === 0) return false;
    for (let at = dirname(path); ; at = dirname(at)) {
      if (((await stat(at)).mode & 0o001) === 0) return false;
      if (at === dirname(at)) return true;
    }
  } catch {
    return undefined;
  }
}
