// Makes a file that only its owner may read, on the disk of the machine where the extension runs.

import { constants } from "node:fs";
import { mkdir, open, realpath } from "node:fs/promises";
import { dirname, isAbsolute, relative, sep } from "node:path";
import type { MakePrivate } from "./privateFile.ts";

const { O_WRONLY, O_CREAT, O_EXCL } = constants;
/** Windows does not have it. */
const { O_NOFOLLOW: NO_LINKS = 0 } = constants as { readonly O_NOFOLLOW?: number };

export const makePrivate: MakePrivate = async (path, folder, replaced) => {
  await mkdir(dirname(path), { recursive: true });
  const way = relative(await realpath(folder), await realpath(dirname(path)));
  if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) throw new Error("it leads out of the folder");
  const file = await open(path, O_WRONLY | NO_LINKS | (replaced ? 0 : O_CREAT | O_EXCL), 0o600);
  try {
    await file.chmod(0o600);
  } finally {
    await file.close();
  }
};
