// The engine and the shell that commands are written for, as the settings say.

import * as vscode from "vscode";
import type { Engine, Shell } from "./containerSteps.ts";

export function engineOf(document: vscode.TextDocument | undefined): Engine {
  return vscode.workspace.getConfiguration("prosody", document).get<string>("docker.engine") === "podman" ? "podman" : "docker";
}

const SHELLS: readonly Shell[] = ["sh", "fish", "powershell", "windows-powershell", "cmd"];

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
  const program = /([^\\/]+?)(?:\.exe)?$/i.exec(vscode.env.shell)?.[1]?.toLowerCase() ?? "";
  return chosen ?? PROGRAMS[program] ?? "sh";
}
