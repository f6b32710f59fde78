// What a container needs that runs with a file: what the file says of it, and what the user wants. Where configurations may be evaluated,
// the effective one tells; else the text.

import type { ContainerAnswers } from "../core/generate/answers.ts";
import type { Engine } from "../core/generate/engines.ts";
import { factsOfConfig, factsOfEnvFile } from "../core/generate/facts.ts";
import { answersFor } from "../core/generate/presets.ts";
import type { ContainerFacts, Preset, Wishes } from "../core/generate/presets.ts";
import type { ConfigFile } from "../core/model/config.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Snapshot } from "./snapshot.ts";

export interface SpecOptions {
  /** What is put into the container, as it is to be named in what is written. */
  readonly path: string;
  /** Its folder as a whole, with these configurations; absent: the file alone. */
  readonly folder?: readonly ConfigFile[];
  readonly preset: Preset;
  readonly engine: Engine;
  readonly wishes: Wishes;
  /** Undefined: configurations must not be evaluated. */
  readonly evaluation: Evaluation | undefined;
}

export interface ContainerSpec {
  readonly facts: ContainerFacts;
  readonly answers: ContainerAnswers;
}

/** Undefined: the file describes containers itself. */
export async function containerSpec(snapshot: Snapshot, options: SpecOptions): Promise<ContainerSpec | undefined> {
  const { analysis } = snapshot;
  if (analysis.kind === "container") return undefined;
  const { path, preset, engine, wishes } = options;
  const facts =
    analysis.kind === "env"
      ? factsOfEnvFile(analysis, snapshot.schema, path, engine)
      : await factsOf(snapshot, options.folder ?? [analysis.file], options);
  return { facts, answers: answersFor(facts, preset, { ...wishes, engine }) };
}

async function factsOf(
  { uri, schema, settings }: Snapshot,
  files: readonly ConfigFile[],
  { path, folder, evaluation }: SpecOptions,
): Promise<ContainerFacts> {
  const effective = await evaluation?.whole({ uri, version: schema.version, dialect: settings.dialect });
  const kind = folder === undefined ? "file" : "folder";
  return factsOfConfig({ path, kind, files, ...(effective === undefined ? {} : { effective }) }, schema);
}
