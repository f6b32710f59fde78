// The command that starts a container, or checks its configuration beforehand, for one shell: in lines for people, on one line for a
// terminal, with what is to be known about it.

import type { ContainerAnswers } from "./answers.ts";
import { dockerRun } from "./dockerRun.ts";
import { checkBeforehand } from "./existingContainer.ts";
import type { Note } from "./note.ts";
import { containerNotes } from "./notes.ts";
import { portProblem } from "./ports.ts";
import type { ContainerFacts } from "./presets.ts";
import { renderCommand } from "./shell/render.ts";
import type { Shell } from "./shell/shells.ts";

export interface RunCommand {
  readonly text: string;
  readonly oneLine: string;
  readonly notes: readonly Note[];
}

export type RunCommandResult = ({ readonly ok: true } & RunCommand) | { readonly ok: false; readonly reason: string };

export function runCommand(
  { answers, facts }: { readonly answers: ContainerAnswers; readonly facts: ContainerFacts },
  shell: Shell,
  purpose: "start" | "check",
): RunCommandResult {
  const doubled = portProblem(answers, "command");
  if (doubled !== undefined) return { ok: false, reason: doubled };
  const groups = purpose === "check" ? checkBeforehand(answers).groups : dockerRun(answers);
  const written = renderCommand(groups, shell, "oneGroupPerLine");
  if (!written.ok) return written;
  const oneLine = renderCommand(groups, shell, "oneLine");
  if (!oneLine.ok) return oneLine;
  const notes = containerNotes(answers, "command", facts);
  // The check is given the env file, and nothing else that the notes are about.
  const told = purpose === "check" ? notes.filter(({ id }) => id === "env-file-refused") : notes;
  return { ok: true, text: written.text, oneLine: oneLine.text, notes: told };
}
