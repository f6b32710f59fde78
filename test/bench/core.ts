// The core as the benchmarks call it: the one place to change when its functions do.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { analyse } from "../../server/src/core/analyse.ts";
import type { Analysis } from "../../server/src/core/analyse.ts";
import { analyseContainers } from "../../server/src/core/analyseContainers.ts";
import { complete } from "../../server/src/core/features/completion/index.ts";
import { refactorings } from "../../server/src/core/refactor/index.ts";
import { check } from "../../server/src/core/rules/check.ts";
import { fixAll } from "../../server/src/core/rules/fixAll.ts";
import type { Knowledge } from "../../server/src/core/schema/knowledge.ts";
import { Schema } from "../../server/src/core/schema/schema.ts";
import { SharedConfiguration, configurationsOf } from "../../server/src/core/semantics/around.ts";
import type { ContainerKind, FileKind } from "../../server/src/core/source.ts";

export type Kind = FileKind | Extract<ContainerKind, "compose" | "kubernetes" | "quadlet" | "dockerfile">;

let schema: Schema | undefined;

/** From the file that lies beside the bundle of the benchmarks. */
export function loadSchema(): Schema {
  const file = fileURLToPath(new URL("knowledge.json", import.meta.url));
  schema ??= new Schema(JSON.parse(readFileSync(file, "utf8")) as Knowledge, "13.0");
  return schema;
}

export function understand(kind: Kind, text: string): Analysis {
  if (kind === "lua" || kind === "env") return analyse(kind, text);
  const analysis = analyseContainers(kind, text);
  if (analysis === undefined) throw new Error(`not taken as ${kind}: ${text.slice(0, 100)}`);
  return analysis;
}

/** The number of findings. */
export function checkText(kind: Kind, text: string): number {
  return check(understand(kind, text), loadSchema()).length;
}

/** The number of findings in the files of one configuration, the main file first; its Include stands for all others. */
export function checkFiles(texts: ReadonlyMap<string, string>): number {
  const files = [...texts].map(([path, text]) => {
    const analysis = understand("lua", text);
    if (analysis.kind !== "lua") throw new Error("not a configuration");
    return { analysis, path, name: path, text, file: analysis.file };
  });
  const included = files.slice(1).map(({ path }) => path);
  const project = { files, complete: true, matches: () => included };
  const shared = new SharedConfiguration();
  return files.flatMap(({ analysis, path }) => check(analysis, loadSchema(), { project: { ...project, path }, shared })).length;
}

/** The number of fixes. */
export function fixText(kind: Kind, text: string): number {
  return fixAll(understand(kind, text), loadSchema(), { analyse: (changed) => understand(kind, changed) }).fixes.length;
}

/** The number of proposals. */
export function completeText(kind: Kind, text: string, offset: number): number {
  return complete(understand(kind, text), loadSchema(), offset).length;
}

/** The number of refactorings. */
export function refactorText(text: string, offset: number): number {
  const analysis = understand("lua", text);
  if (analysis.kind !== "lua") throw new Error("not a configuration");
  const { own } = configurationsOf(analysis.file, text, loadSchema(), undefined);
  return refactorings({ analysis, schema: loadSchema(), own, span: { start: offset, end: offset } }).length;
}
