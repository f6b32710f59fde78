// Writing to the terminal or into a pipe. A reader that has seen enough (`| head`) is no error.

import type { Problem } from "../input/problem.ts";
import { printable, withoutControls } from "./printable.ts";

/** Has been told by the time it is thrown. */
export class OutputFailed extends Error {}

export function handleOutputErrors(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.stderr.write(`prosody-config: standard output cannot be written (${error.code ?? "unknown error"}).\n`);
    process.exitCode = 2;
  });
  // There is nowhere left to say it.
  process.stderr.on("error", () => undefined);
}

export function printOut(text: string): void {
  try {
    process.stdout.write(process.stdout.isTTY ? withoutControls(text) : text);
  } catch {
    // A full disk is told to the listener above, and thrown as well.
    throw new OutputFailed();
  }
}

export function printProblem({ path, reason }: Problem): void {
  process.stderr.write(`prosody-config: ${path === "" ? '""' : printable(path)} ${reason}${reason.endsWith("?") ? "" : "."}\n`);
}

/** The exit code of a command that ends with them. */
export function printProblems(problems: readonly Problem[]): 0 | 2 {
  problems.forEach(printProblem);
  return problems.length === 0 ? 0 : 2;
}

export function printNote(note: string): void {
  process.stderr.write(`note: ${printable(note)}\n`);
}
