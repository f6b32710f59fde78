// What the commands compose, quadlet and k8s have in common: a file written from the answers.

import type { ContainerAnswers, Written } from "../../core/generate/answers.ts";
import type { Form } from "../../core/generate/notes.ts";
import { printProblem } from "../print/output.ts";
import type { ExitCode } from "../program.ts";
import { makeAnswers } from "./answers.ts";
import type { ContainerOptions, Subject } from "./options.ts";
import { show, whenRefused } from "./show.ts";

export async function writeForm(
  subject: Subject,
  options: ContainerOptions,
  form: Form,
  write: (answers: ContainerAnswers) => Written,
): Promise<ExitCode> {
  const made = await makeAnswers(subject, options, form);
  if ("reason" in made) {
    printProblem(made);
    return 2;
  }
  return whenRefused(showWritten(write(made.answers), made.notes, options), made.refusal);
}

export function showWritten(written: Written, more: readonly string[], options: ContainerOptions): ExitCode {
  const notes = [...more, ...written.notes];
  return show(written.text, notes, { text: written.text, notes }, options);
}
