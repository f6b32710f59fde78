// Where a written form goes: to standard output, or into a file that is not there yet, with its notes on standard error.

import { writeFileSync } from "node:fs";
import { isRefused, textsOf } from "../../core/generate/note.ts";
import type { Note } from "../../core/generate/note.ts";
import type { Problem } from "../input/problem.ts";
import { problemOf } from "../input/problem.ts";
import { toJson } from "../print/json.ts";
import { printNote, printOut, printProblem } from "../print/output.ts";
import type { ExitCode } from "../program.ts";

export interface Destination {
  readonly json?: boolean;
  readonly output?: string;
  readonly force?: boolean;
}

/** `json` is what a program gets, `text` what people get. 1: it was written for a tool that will not read the env file. */
export function show(text: string, notes: readonly Note[], json: object, { json: asJson, output, force }: Destination): ExitCode {
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  if (output !== undefined) {
    const problem = writeFile(output, whole, force === true);
    if (problem !== undefined) {
      printProblem(problem);
      return 2;
    }
  }
  if (asJson === true) printOut(toJson(json));
  else {
    textsOf(notes).forEach(printNote);
    if (output === undefined) printOut(whole);
  }
  return isRefused(notes) ? 1 : 0;
}

/** Why it could not be written. `mode` is for files with secrets. */
export function writeFile(path: string, text: string, force: boolean, mode?: number): Problem | undefined {
  try {
    // `wx` fails when the file is there, also when somebody makes it just now.
    writeFileSync(path, text, { flag: force ? "w" : "wx", ...(mode === undefined ? {} : { mode }) });
    return undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") {
      return { path, reason: "is there already; --force replaces it" };
    }
    return problemOf(path, error);
  }
}
