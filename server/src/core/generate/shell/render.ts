// Writes an argv as a line for one of the shells. The argv is the truth; reading the line in that shell gives it back exactly.

import { renderCmd, renderCmdFile } from "./cmd.ts";
import { renderFish, renderSh } from "./posix.ts";
import { renderPowerShell, renderWindowsPowerShell } from "./powerShell.ts";
import { refused } from "./shell.ts";
import type { Layout, Rendered, WordGroups } from "./shell.ts";
import type { Shell } from "./shells.ts";

export type { Layout, Rendered, WordGroups } from "./shell.ts";

const WRITERS: Readonly<Record<Shell, (groups: WordGroups, layout: Layout) => Rendered>> = {
  sh: renderSh,
  fish: renderFish,
  powershell: renderPowerShell,
  "windows-powershell": renderWindowsPowerShell,
  cmd: renderCmd,
  "cmd-file": renderCmdFile,
};

/** The first word of the first group is the program. Groups matter for `oneGroupPerLine` only. */
export function renderCommand(groups: WordGroups, shell: Shell, layout: Layout): Rendered {
  for (const word of groups.flat()) {
    if (word.includes("\0")) return refused("No program can be given a word with the character NUL in it. Remove it.");
    if (/\p{Surrogate}/u.test(word)) return refused("A word holds half a character, which no shell can carry. Type it again.");
  }
  return WRITERS[shell](groups, layout);
}
