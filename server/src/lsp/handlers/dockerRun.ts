// prosody/dockerRun: the command line for the file in front of the user; and where that is an env file for Compose, the one for a copy
// with plain lines.

import { literalEnvFile } from "../../core/generate/envFileNotes.ts";
import { runCommand } from "../../core/generate/runCommand.ts";
import { parseComposeEnv } from "../../core/syntax/env/index.ts";
import type { DockerRunParams, DockerRunResult } from "../../protocol.ts";
import { containerOf } from "../containerFacts.ts";
import type { Session } from "../session.ts";

export async function onDockerRun(session: Session, params: DockerRunParams): Promise<DockerRunResult> {
  const made = await containerOf(session, params);
  if (made === undefined)
    return { ok: false, reason: "Open a prosody.cfg.lua or an env file first: the command is made for it." };
  const { shell: usual } = made.docker;
  const shell = params.shell ?? (usual === "auto" ? "sh" : usual);
  const purpose = params.check === true ? "check" : "start";
  const result = runCommand(made, shell, purpose);
  if (!result.ok || made.facts.envFile?.dialect !== "compose") return result;
  const { text, leftOut } = literalEnvFile(parseComposeEnv(made.file.analysis.text));
  const path = params.path.replace(/(?:\.env)?$/, ".docker.env");
  const copied = await containerOf(session, { ...params, path }, { text });
  const command = copied === undefined ? undefined : runCommand(copied, shell, purpose);
  return command?.ok === true ? { ...result, literal: { path, text, leftOut, command } } : result;
}
