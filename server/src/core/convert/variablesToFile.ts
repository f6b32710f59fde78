// Variables with their values belong into an env file: on a command line or in a compose file they are seen by everybody who sees it.

import type { ContainerAnswers } from "../generate/answers.ts";
import { envText } from "../generate/envText.ts";
import type { Note } from "../generate/note.ts";

export interface WithEnvFile {
  readonly answers: ContainerAnswers;
  /** Absent: no variable has a value. */
  readonly envFile?: { readonly path: string; readonly text: string };
  readonly notes: readonly Note[];
}

/** `dialect` is that of the tool that is going to read the file. */
export function variablesToFile(answers: ContainerAnswers, path: string, dialect: "literal" | "compose"): WithEnvFile {
  const { text, leftOut } = envText(answers.variables, dialect === "compose" ? "compose" : answers.engine);
  const stays = `An env file cannot hold the value of ${leftOut.join(", ")}, which therefore stays where it was.`;
  const notes: readonly Note[] = leftOut.length === 0 ? [] : [{ id: "value-outside-env-file", text: stays }];
  if (text === "") return { answers, notes };
  const staying = new Set(leftOut);
  return {
    answers: {
      ...answers,
      // Of several files the last one counts, and what is given one by one counts more than any.
      envFiles: [...answers.envFiles, { path, dialect }],
      variables: answers.variables.filter(({ name, value }) => value === undefined || staying.has(name)),
    },
    envFile: { path, text },
    notes,
  };
}
