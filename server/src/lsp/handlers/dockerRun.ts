// prosody/dockerRun: the command line for the file in front of the user.

import { dockerRun } from "../../core/generate/dockerRun.ts";
import { literalEnvFile } from "../../core/generate/envFileNotes.ts";
import { checkBeforehand } from "../../core/generate/existingContainer.ts";
import { containerNotes, refusalIn } from "../../core/generate/notes.ts";
import { portProblem } from "../../core/generate/ports.ts";
import { renderCommand } from "../../core/generate/shell/render.ts";
import { parseComposeEnv } from "../../core/syntax/env/index.ts";
import type { DockerRunParams, DockerRunResult } from "../../protocol.ts";
import { containerOf } from "../containerFacts.ts";
import type { Session } from "../session.ts";

export async function onDockerRun(session: Session, params: DockerRunParams): Promise<DockerRunResult> {
  const made = await containerOf(session, params);
  if (made === undefined)
    return { ok: false, reason: "Open a prosody.cfg.lua or an env file first: the command is made for it." };
  const { file, answers, facts } = made;
  const doubled = portProblem(answers, "command");
  if (doubled !== undefined) return { ok: false, reason: doubled };
  const { shell } = file.settings.docker;
  const chosen = params.shell ?? (shell === "auto" ? "sh" : shell);
  const groups = params.check === true ? checkBeforehand(answers).groups : dockerRun(answers);
  const written = renderCommand(groups, chosen, params.oneLine === true ? "oneLine" : "oneGroupPerLine");
  if (!written.ok) return written;
  const literal = facts.envFile?.dialect === "compose" ? literalEnvFile(parseComposeEnv(file.analysis.text)) : undefined;
  const refusal = refusalIn("command", facts);
  // The check is given the env file, too.
  const checkNotes = refusal === undefined ? [] : [refusal];
  const notes = params.check === true ? checkNotes : containerNotes(answers, "command", facts);
  return { ok: true, text: written.text, notes, ...(literal === undefined ? {} : { literal }) };
}
