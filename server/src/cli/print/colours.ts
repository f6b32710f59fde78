// Colours for standard output: only for a terminal, and never against NO_COLOR.

import picocolors from "picocolors";

export type Colours = ReturnType<typeof picocolors.createColors>;

export function outputColours(): Colours {
  const { NO_COLOR: none, FORCE_COLOR: force, TERM: terminal } = process.env;
  const refused = none !== undefined && none !== "";
  const forced = force !== undefined && force !== "" && force !== "0";
  return picocolors.createColors(!refused && (forced || (process.stdout.isTTY && terminal !== "dumb")));
}
