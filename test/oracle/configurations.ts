// Configurations to put through a real Prosody: those of the folder that PROSODY_CORPUS names, whatever their files are called, or our own
// ones where it is not set.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { EDITED_TEXTS } from "../support/editedTexts.ts";
import { serverConfigs } from "../support/serverConfigs.ts";

export interface Named {
  readonly name: string;
  readonly text: string;
}

export function configurations(count: number, seed: number): readonly Named[] {
  const corpus = process.env["PROSODY_CORPUS"];
  if (corpus !== undefined) return below(corpus);
  const made = [...Object.values(EDITED_TEXTS), ...serverConfigs(seed, count)];
  return [...below("examples"), ...made.map((text, i) => ({ name: `made ${i}`, text }))];
}

function below(folder: string): readonly Named[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.cfg\.lua|prosody\.cfg/.test(path))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}
