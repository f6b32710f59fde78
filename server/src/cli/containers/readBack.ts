// Answers from what somebody has already: a `docker run` line or a service of a compose file. The values of variables go into a file of
// their own, never to the screen.

import { composeServiceNames, fromComposeService } from "../../core/convert/fromComposeService.ts";
import { fromCommand } from "../../core/convert/fromCommand.ts";
import type { FromCommand } from "../../core/convert/fromCommand.ts";
import { variablesToFile } from "../../core/convert/variablesToFile.ts";
import type { ContainerAnswers } from "../../core/generate/answers.ts";
import type { Note } from "../../core/generate/note.ts";
import { containerNotes } from "../../core/generate/notes.ts";
import type { Form } from "../../core/generate/forms.ts";
import { portProblem } from "../../core/generate/ports.ts";
import type { Problem } from "../input/problem.ts";
import { readUtf8 } from "../input/readInput.ts";
import type { ContainerOptions, Subject } from "./options.ts";
import { fromFolderOf, placedFor } from "./paths.ts";
import { writeFiles } from "../writeFiles.ts";

export async function readBack(
  { kind, path }: Subject,
  options: ContainerOptions,
  form: Form,
): Promise<{ readonly answers: ContainerAnswers; readonly notes: readonly Note[] } | Problem> {
  const read = await readUtf8({
    from: path === "-" ? "stdin" : "file",
    path: path === "-" ? "standard input" : path,
    kind: "env",
  });
  if (!read.ok) return read.problem;
  const found = kind === "command" ? fromCommand(read.text) : service(read.text, options);
  // Goes on after the path.
  if (!found.ok) return { path, reason: `cannot be used: ${found.reason.replace(/\.$/, "")}` };
  const doubled = portProblem(found.answers, form);
  if (doubled !== undefined) return { path, reason: `cannot be used: ${doubled.replace(/\.$/, "")}` };
  const envPath = options.envOutput ?? "";
  const here = kind === "compose" && path !== "-" ? fromFolderOf(path, found.answers) : found.answers;
  const made = variablesToFile(here, envPath, form === "compose" ? "compose" : "literal");
  if (made.envFile !== undefined) {
    if (envPath === "")
      return {
        path,
        reason: "sets variables; --env-output says which file to write them to, so that their values are not shown",
      };
    const [problem] = await writeFiles([{ path: envPath, text: made.envFile.text, secret: true }], options.force);
    if (problem !== undefined) return problem;
  }
  const answers = placedFor(form, options.output, made.answers);
  return { answers, notes: [...found.notes, ...made.notes, ...containerNotes(answers, form)] };
}

function service(text: string, options: ContainerOptions): FromCommand {
  const name = options.service ?? composeServiceNames(text)[0];
  if (name === undefined) return { ok: false, reason: "There is no service with an image in it." };
  return fromComposeService(text, name, options.engine ?? "docker");
}
