// prosody/dockerRun: the command line for the file in front of the user.

import { dockerRunForFile } from "../../core/generate/forFile.ts";
import type { Shell } from "../../core/generate/shell/render.ts";
import type { DockerRunParams, DockerRunResult } from "../../protocol.ts";
import type { Session } from "../session.ts";

const SHELLS: Readonly<Record<NonNullable<DockerRunParams["shell"]>, Shell>> = {
  sh: "sh",
  fish: "fish",
  powershell: "powershell",
  "windows-powershell": "windowsPowerShell",
  cmd: "cmd",
};

export async function onDockerRun(session: Session, params: DockerRunParams): Promise<DockerRunResult> {
  const file = await session.file(params.uri);
  if (file === undefined || file.analysis.kind === "container")
    return { ok: false, reason: "Open a prosody.cfg.lua or an env file first: the command is made for it." };
  const { docker } = file.settings;
  const chosen = params.shell ?? (docker.shell === "auto" ? "sh" : docker.shell);
  const made = dockerRunForFile(file.analysis, file.schema, {
    engine: params.engine ?? docker.engine,
    shell: SHELLS[chosen],
    layout: params.oneLine === true ? "oneLine" : "oneGroupPerLine",
    path: params.path,
  });
  return made.ok ? { ok: true, text: made.text, notes: made.notes } : made;
}
