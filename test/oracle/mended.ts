// Configurations through `check --fix`, each in a folder of its own, and what was said of them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readKnowledge } from "../../scripts/knowledge.mjs";
import { checkInputs } from "../../server/src/cli/check/run.ts";
import type { Mending } from "../../server/src/cli/check/run.ts";
import { resolveInputs } from "../../server/src/cli/input/inputs.ts";
import { openWorkspace } from "../../server/src/cli/openWorkspace.ts";
import type { CheckedFile } from "../../server/src/cli/print/diagnostic.ts";
import type { Version } from "../../server/src/core/schema/types.ts";
import { folderWith } from "../support/folder.ts";

export interface Mended {
  readonly text: string;
  /** All that was said of it: what was fixed, the messages of those rules, and the lines that they are about. */
  readonly said: string;
  /** The rules whose fixes were applied. */
  readonly rules: readonly string[];
  /** Some of them found something only after other fixes: what that was about is not known here. */
  readonly foundMore: boolean;
}

const NAME = "prosody.cfg.lua";

async function checked(
  folder: string,
  version: Version | undefined,
  mending: Mending,
): Promise<ReadonlyMap<string, CheckedFile>> {
  const { inputs, folders } = await resolveInputs([folder], undefined);
  const opened = openWorkspace({ prosodyVersion: version }, { folders }, { loadKnowledge: readKnowledge });
  const { files, problems } = await checkInputs(inputs, opened, { mending, evaluate: false });
  const [problem] = problems;
  if (problem !== undefined) throw new Error(`${problem.path}: ${problem.reason}`);
  return new Map(files.map((file) => [file.path, file]));
}

export async function mended(
  texts: readonly string[],
  version: Version | undefined,
  mending: Mending,
): Promise<readonly Mended[]> {
  const folder = folderWith(Object.fromEntries(texts.map((text, i) => [`${i}/${NAME}`, text])));
  const before = await checked(folder, version, "none");
  const after = await checked(folder, version, mending);
  return texts.map((text, i) => {
    const path = join(folder, String(i), NAME);
    const fixed = after.get(path)?.fixed ?? [];
    const rules = new Set(fixed.map(({ rule }) => rule));
    const lines = text.split("\n");
    const about = (before.get(path)?.diagnostics ?? []).filter(({ rule }) => rules.has(rule));
    const said = [
      ...fixed.map(({ title }) => title),
      ...about.flatMap(({ message, line, endLine }) => [message, ...lines.slice(line - 1, endLine)]),
    ];
    const foundMore = [...rules].some((rule) => about.every((one) => one.rule !== rule));
    return { text: readFileSync(path, "utf8"), said: said.join("\n"), rules: [...rules], foundMore };
  });
}
