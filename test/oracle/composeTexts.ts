// All compose files that we write: from answers, from command lines and from other compose files; and those that we show to people.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { fromCommand } from "../../server/src/core/convert/fromCommand.ts";
import { fromComposeService } from "../../server/src/core/convert/fromComposeService.ts";
import type { ContainerAnswers } from "../../server/src/core/generate/answers.ts";
import { compose } from "../../server/src/core/generate/compose.ts";
import { dockerRun } from "../../server/src/core/generate/dockerRun.ts";
import { renderCommand } from "../../server/src/core/generate/shell/render.ts";
import { RULES } from "../../server/src/core/rules/index.ts";
import { answers } from "../generate/arbitraryAnswers.ts";
import { EVERY_PRESET } from "../generate/everyPreset.ts";
import { pageOf } from "../support/rulePages.ts";

/** Neither shells nor YAML carry NUL. */
const arbitrary = answers.filter((one) => !JSON.stringify(one).includes("\\u0000"));

export function sampleAnswers(seed: number, count: number): readonly ContainerAnswers[] {
  return fc.sample(arbitrary, { seed, numRuns: count });
}

export const fromPresets = (): readonly string[] => EVERY_PRESET.map((one) => compose(one).text);

export function fromCommandLines(all: readonly ContainerAnswers[]): readonly string[] {
  return all.map((one) => {
    const line = renderCommand(dockerRun(one), "sh", "oneGroupPerLine");
    if (!line.ok) throw new Error(line.reason);
    return written(fromCommand(line.text));
  });
}

export function fromComposeFiles(all: readonly ContainerAnswers[]): readonly string[] {
  return all.map((one) => written(fromComposeService(compose(one).text, one.name ?? "prosody", one.engine)));
}

function written(found: ReturnType<typeof fromCommand>): string {
  if (!found.ok) throw new Error(found.reason);
  return compose(found.answers).text;
}

/** With the rules whose examples they are; a mistake that a rule shows must be one that Compose itself takes, or be told of there. */
export function shownTexts(): readonly (readonly [where: string, text: string])[] {
  const examples = RULES.filter(({ kind }) => kind !== "lua").flatMap((rule) =>
    // An example can be several files, each with a line above it that names it.
    pageOf(rule).examples.flatMap(({ title, text }) =>
      text.split(/^--- .*\n/m).map((part) => [`${rule.id}: ${title}`, part] as const),
    ),
  );
  const file = "examples/container/compose.yaml";
  return [...examples.filter(([, text]) => /^services:/m.test(text)), [file, readFileSync(file, "utf8")]];
}
