// `prosodyctl check config` of a real Prosody, over many configurations. Each has a folder of its own, which is gone afterwards.

import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Real } from "./real.ts";

export interface Project {
  /** By path; the main one is prosody.cfg.lua. */
  readonly files: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Checked {
  /** 0: all is well; 2: it has something to say; 1: the configuration does not load. */
  readonly code: number;
  readonly output: string;
}

/** Two at a time: it takes a tenth of a second each. */
export async function checkConfigs(real: Real, projects: readonly Project[]): Promise<readonly Checked[]> {
  // Short, as Prosody takes paths from 60 characters on for another file's when it warns.
  const root = mkdtempSync(join(tmpdir(), "pc-"));
  const results: Checked[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < projects.length; index = next++) {
      const project = projects[index];
      if (project !== undefined) results[index] = await checkConfig(real, join(root, String(index)), project);
    }
  };
  try {
    await Promise.all([work(), work()]);
    return results;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function checkConfig({ prosodyctl, env }: Real, folder: string, { files, environment = {} }: Project): Promise<Checked> {
  // It complains of a folder that is not there.
  mkdirSync(join(folder, "certs"), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const [program = "", ...args] = prosodyctl;
  return new Promise((resolve) => {
    execFile(
      program,
      [...args, "--config", join(folder, "prosody.cfg.lua"), "check", "config"],
      { cwd: folder, env: { ...env, ...environment }, timeout: 20_000 },
      (error, stdout) => {
        resolve({ code: error === null ? 0 : typeof error.code === "number" ? error.code : -1, output: stdout });
      },
    );
  });
}
