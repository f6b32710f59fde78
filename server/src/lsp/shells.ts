// What the shells of the settings and requests are called in the core.

import type { Shell } from "../core/generate/shell/render.ts";
import type { DockerRunParams } from "../protocol.ts";

const SHELLS: Readonly<Record<NonNullable<DockerRunParams["shell"]>, Shell>> = {
  sh: "sh",
  fish: "fish",
  powershell: "powershell",
  "windows-powershell": "windowsPowerShell",
  cmd: "cmd",
  "cmd-file": "cmdFile",
};

export function shellOf(name: NonNullable<DockerRunParams["shell"]>): Shell {
  return SHELLS[name];
}
