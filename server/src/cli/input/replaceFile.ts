// Puts a new text in the place of a file, whole or not at all: written beside it and moved over it. A file that is another one by now,
// or whose bytes cannot be kept, is left alone.

import { chmodSync, chownSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { problemOf } from "./problem.ts";
import type { Problem } from "./problem.ts";

/** Undefined when all went well. `before` is what the file was read as. */
export function replaceFile(path: string, before: string, after: string): Problem | undefined {
  const refuse = (reason: string): Problem => ({ path, reason: `was not changed: ${reason}` });
  if (before.includes("\uFFFD")) return refuse("it is not valid UTF-8. Save it as UTF-8 text first");
  let place: string;
  let temporary: string;
  try {
    // Through a link: the link stays.
    place = realpathSync(path);
    temporary = join(dirname(place), `.${basename(place)}.${process.pid}.tmp`);
    if (readFileSync(place, "utf8") !== before) return refuse("it is another one by now. Run it again");
  } catch (error) {
    return problemOf(path, error);
  }
  try {
    const { mode, uid, gid } = statSync(place);
    writeFileSync(temporary, after, { flag: "wx", mode: 0o600 });
    const now = statSync(temporary);
    if (now.uid !== uid || now.gid !== gid) chownSync(temporary, uid, gid);
    chmodSync(temporary, mode & 0o7777);
    renameSync(temporary, place);
    return undefined;
  } catch (error) {
    rmSync(temporary, { force: true });
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    return refuse(`its folder does not allow it, or its owner cannot be kept (${code})`);
  }
}
