// The environment that an evaluation is given: the variables of the env file that the user names, and the file itself for where in it
// each is set.

import { environmentOf, refusedResult } from "../../core/effective/environment.ts";
import type { EffectiveResult } from "../../core/effective/types.ts";
import { readEnvFile } from "../../core/model/envFile.ts";
import type { EnvDialectChoice, EnvFile } from "../../core/model/envFile.ts";
import { LineIndex } from "../../core/text/lineIndex.ts";
import { envReadersOf } from "../input/envReaders.ts";
import { dialectFor } from "../input/projectSettings.ts";
import { readInput } from "../input/readInput.ts";
import { printNote, printProblem } from "../print/output.ts";

export interface GivenEnvironment {
  readonly variables: Readonly<Record<string, string>>;
  readonly env: EnvFile;
  readonly lines: LineIndex;
  /** Empty: no file was named. */
  readonly path: string;
}

/** `asked` is the tool that the command line names. Undefined: it cannot be read, which has been told by then. */
export async function readEnvironment(
  file: string | undefined,
  asked: EnvDialectChoice | undefined,
): Promise<GivenEnvironment | undefined> {
  if (file === undefined) return { variables: {}, env: readEnvFile("", "auto"), lines: new LineIndex(""), path: "" };
  const dialect = await dialectFor(asked, file);
  const read = await readInput({ from: "file", path: file, kind: "env" });
  if (!read.ok) {
    printProblem(read.problem);
    return undefined;
  }
  const env = readEnvFile(read.text, dialect, dialect === "auto" ? await envReadersOf(file) : []);
  const { variables, unclear } = environmentOf(env);
  for (const name of unclear)
    printNote(
      `the value of ${name} in ${file} depends on which tool reads the file, or on what runs it; --env-dialect says which`,
    );
  return { variables, env, lines: new LineIndex(read.text), path: file };
}

/** What comes of every evaluation with it, where whatever reads the file refuses it. */
export function refusedEnvironment({ env, lines, path }: GivenEnvironment): EffectiveResult | undefined {
  return refusedResult(env, lines, path);
}
