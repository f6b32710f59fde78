// A lock between processes, for work that two of them must not do at the same time. A lock left behind by a process that died is taken over.

import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A lock without a readable owner is only believed while it is this young: its owner may be just about to sign it. */
const unsignedMs = 5000;

/**
 * @template T
 * @param {string} path the lock: a folder that exists while it is held
 * @param {() => Promise<T>} work
 * @param {{ timeoutMs?: number, onWait?: () => void }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(path, work, { timeoutMs = 900_000, onWait } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  const deadline = Date.now() + timeoutMs;
  let told = false;
  while (!take(path)) {
    if (abandoned(path)) {
      discard(path);
      continue;
    }
    if (Date.now() > deadline) throw new Error(`Another process has held ${path} for too long. If none is running, delete it.`);
    if (!told) onWait?.();
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const release = () => {
    rmSync(path, { recursive: true, force: true });
  };
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

/** @param {string} path */
function take(path) {
  try {
    mkdirSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
  writeFileSync(join(path, "pid"), String(process.pid));
  return true;
}

/** @param {string} path */
function abandoned(path) {
  try {
    const pid = Number(readFileSync(join(path, "pid"), "utf8"));
    return !isAlive(pid);
  } catch {
    try {
      return Date.now() - statSync(path).mtimeMs > unsignedMs;
    } catch {
      return false;
    }
  }
}

/** Renaming first lets only one of several waiting processes throw the lock away. @param {string} path */
function discard(path) {
  const away = `${path}.${process.pid}.old`;
  try {
    renameSync(path, away);
    rmSync(away, { recursive: true, force: true });
  } catch {
    // Another process was faster.
  }
}

/** @param {number} pid */
function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
