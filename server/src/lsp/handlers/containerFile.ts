// prosody/containerFile: a compose file, Quadlet unit or Kubernetes manifest for the file in front of the user. prosody/fromCommand: a
// compose file and an env file for a pasted command line.

import { fromCommand } from "../../core/convert/fromCommand.ts";
import { variablesToFile } from "../../core/convert/variablesToFile.ts";
import type { ContainerAnswers, Written } from "../../core/generate/answers.ts";
import { compose } from "../../core/generate/compose.ts";
import { kubernetes } from "../../core/generate/kubernetes.ts";
import { containerNotes } from "../../core/generate/notes.ts";
import { portProblem } from "../../core/generate/ports.ts";
import { quadlet } from "../../core/generate/quadlet.ts";
import type { ContainerFileParams, ContainerFileResult, FromCommandParams, FromCommandResult } from "../../protocol.ts";
import { containerOf } from "../containerFacts.ts";
import type { Session } from "../session.ts";

const WRITERS: Readonly<Record<ContainerFileParams["form"], (answers: ContainerAnswers) => Written>> = {
  compose,
  quadlet,
  kubernetes,
};

export async function onContainerFile(session: Session, params: ContainerFileParams): Promise<ContainerFileResult> {
  const { form } = params;
  const made = await containerOf(session, params, form === "quadlet" ? { engine: "podman" } : {});
  if (made === undefined) return { ok: false, reason: "Open a prosody.cfg.lua or an env file first: the file is made for it." };
  const doubled = portProblem(made.answers, form);
  if (doubled !== undefined) return { ok: false, reason: doubled };
  const { text, notes } = WRITERS[form](made.answers);
  return { ok: true, text, notes: [...containerNotes(made.answers, form, made.facts), ...notes] };
}

export function onFromCommand(_: Session, { text, envPath }: FromCommandParams): FromCommandResult {
  const found = fromCommand(text);
  if (!found.ok) return found;
  const doubled = portProblem(found.answers, "compose");
  if (doubled !== undefined) return { ok: false, reason: doubled };
  const { answers, envFile, notes } = variablesToFile(found.answers, envPath, "compose");
  const written = compose(answers);
  return {
    ok: true,
    compose: written.text,
    ...(envFile === undefined ? {} : { env: envFile.text }),
    notes: [...found.notes, ...notes, ...containerNotes(answers, "compose"), ...written.notes],
  };
}
