// Reads the arguments, runs one command, and leaves its exit code. 0 is fine, 1 means findings,
// 2 means wrong use or input that cannot be read.

import { CommanderError } from "commander";
import { createProgram } from "./program.ts";
import { OutputFailed, handleOutputErrors } from "./print/output.ts";

export async function run(): Promise<void> {
  handleOutputErrors();
  const program = createProgram((code) => {
    process.exitCode = code;
  });
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

/** Commander has said by then what is wrong with the arguments. */
function exitCodeOf(error: unknown): 0 | 2 {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof OutputFailed) return 2;
  // The message of an unexpected error could quote a configuration, so its kind has to do.
  const kind = error instanceof Error ? error.name : typeof error;
  process.stderr.write(`prosody-config: something went wrong inside prosody-config itself (${kind}).\n`);
  return 2;
}
