// Runs the command line tool as it is shipped, in a folder with some files.

import { folderWith } from "../support/folder.ts";
import { runWarmCli } from "../support/warmCli.ts";
import type { CliOutcome } from "../support/warmCli.ts";
import { bundle } from "./bundle.ts";

export async function runCli(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<CliOutcome> {
  const { cli } = await bundle();
  return runWarmCli({ cli, args, cwd: folderWith(files), env: process.env, stdin: "" });
}
