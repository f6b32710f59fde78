// Makes sure that the checkout's own dependencies are installed as package-lock.json says: `npm ci` where they are missing or out of date.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./fileLock.mjs";
import { npm } from "./npm.mjs";
import { cacheDir, root } from "./paths.mjs";
import { duration, say } from "./say.mjs";

const lockFile = join(root, "package-lock.json");
const stampFile = join(root, "node_modules", ".prosody-config-stamp");

/** Installs what is missing; a second process waits for the first. */
export async function ensureDependencies() {
  if (upToDate()) return;
  const key = createHash("sha256").update(root).digest("hex").slice(0, 12);
  await withLock(join(cacheDir(), "locks", `dependencies-${key}`), install, {
    onWait: () => {
      say("Another process is installing the dependencies; waiting for it …");
    },
  });
}

async function install() {
  if (upToDate()) return;
  say("Installing the dependencies (npm ci) …");
  const begin = Date.now();
  await npm(root, ["ci"]);
  writeFileSync(stampFile, lockDigest());
  say(`Dependencies installed in ${duration(Date.now() - begin)}.`);
}

/** Our stamp names the lock file by content; an installation made by hand has no stamp, and is judged by its age. */
function upToDate() {
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === lockDigest()) return true;
  const npmRecord = join(root, "node_modules", ".package-lock.json");
  return existsSync(npmRecord) && statSync(npmRecord).mtimeMs >= statSync(lockFile).mtimeMs;
}

function lockDigest() {
  return createHash("sha256").update(readFileSync(lockFile)).digest("hex");
}
