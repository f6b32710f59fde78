// What the commands compose, quadlet and k8s have in common: a file written from the answers.

import type { ContainerAnswers, Written } from "../../core/generate/answers.ts";
import { textsOf } from "../../core/generate/note.ts";
import type { Form } from "../../core/generate/forms.ts";
import { printProblem } from "../print/output.ts";
import type { ExitCode } from "../program.ts";
import { makeAnswers } from "./answers.ts";
import type { ContainerOptions, Subject } from "./options.ts";
import { show } from "./show.ts";

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
  const written = write(made.answers);
  const notes = [...made.notes, ...written.notes];
  return show(written.text, notes, { text: written.text, notes: textsOf(notes) }, options);
}
