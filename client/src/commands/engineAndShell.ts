// The engine and the shell that commands are written for, as the settings say.

import * as vscode from "vscode";
import { ENGINES } from "../../../server/src/core/generate/engines.ts";
import type { Engine } from "../../../server/src/core/generate/engines.ts";
import { SHELLS } from "../../../server/src/core/generate/shell/shells.ts";
import type { Shell } from "../../../server/src/core/generate/shell/shells.ts";

export function engineOf(document: vscode.TextDocument | undefined): Engine {
  const setting = vscode.workspace.getConfiguration("prosody", document).get<string>("docker.engine");
  return ENGINES.find((engine) => engine === setting) ?? ENGINES[0];
}

const PROGRAMS: Readonly<Record<string, Shell>> = {
  fish: "fish",
  pwsh: "powershell",
  powershell: "windows-powershell",
  cmd: "cmd",
};

/** With the setting on `auto`, the shell of this machine's terminal decides. */
export function shellOf(document: vscode.TextDocument | undefined): Shell {
  const setting = vscode.workspace.getConfiguration("prosody", document).get<string>("docker.shell");
  const chosen = SHELLS.find((shell) => shell === setting);
  const program = /(?<![^\\/])([^\\/]+?)(?:\.exe)?$/i.exec(vscode.env.shell)?.[1]?.toLowerCase() ?? "";
  return chosen ?? PROGRAMS[program] ?? "sh";
}
