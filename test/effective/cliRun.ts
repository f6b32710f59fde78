// Runs the command line tool as it is shipped, in a folder with some files.

import { spawnSync } from "node:child_process";
import { folderWith } from "../support/folder.ts";
import { bundle } from "./bundle.ts";

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export async function runCli(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Outcome> {
  const { cli } = await bundle();
  // Some releases of Node take `--env-file` for themselves, even behind the program, unless they are told where their own options end.
  const own = args.includes("--env-file") ? ["--"] : [];
  const run = spawnSync(process.execPath, [...own, cli, ...args], { cwd: folderWith(files), encoding: "utf8", timeout: 20_000 });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}
