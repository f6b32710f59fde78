// Where a written form goes: to standard output, or into a file that is not there yet, with its notes on standard error.

import { isRefused, textsOf } from "../../core/generate/note.ts";
import type { Note } from "../../core/generate/note.ts";
import { toJson } from "../print/json.ts";
import { printNote, printOut, printProblems } from "../print/output.ts";
import type { ExitCode } from "../program.ts";
import { writeFiles } from "../writeFiles.ts";

export interface Destination {
  readonly json?: boolean;
  readonly output?: string;
  readonly force?: boolean;
}

/** `json` is what a program gets, `text` what people get. 1: it was written for a tool that will not read the env file. */
export async function show(
  text: string,
  notes: readonly Note[],
  json: object,
  { json: asJson, output, force = false }: Destination,
): Promise<ExitCode> {
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  const problems = output === undefined ? [] : await writeFiles([{ path: output, text: whole }], force);
  if (problems.length > 0) return printProblems(problems);
  if (asJson === true) printOut(toJson(json));
  else {
    textsOf(notes).forEach(printNote);
    if (output === undefined) printOut(whole);
  }
  return isRefused(notes) ? 1 : 0;
}
