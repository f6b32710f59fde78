// Texts that describe containers, told from others by how they begin: tests then need not say what file they would stand in.

import type { ContainerAnalysis } from "../../server/src/core/analyse.ts";
import { analyseContainers } from "../../server/src/core/analyseContainers.ts";
import type { ContainerKind } from "../../server/src/core/source.ts";

const SIGNS: readonly (readonly [RegExp, ContainerKind])[] = [
  [/^\[Container\]$/m, "quadlet"],
  [/^FROM /m, "dockerfile"],
  [/^```/m, "markdown"],
  [/^(?:docker|podman) (?:run|create)/m, "shellScript"],
  [/^(?:x-\w+|services):/m, "compose"],
  [/^(?:apiVersion|image):/m, "kubernetes"],
];

export function containerKindOfText(text: string): ContainerKind | undefined {
  return SIGNS.find(([sign]) => sign.test(text))?.[1];
}

export function containersIn(text: string, kind = containerKindOfText(text)): ContainerAnalysis {
  const analysis = kind === undefined ? undefined : analyseContainers(kind, text);
  if (analysis === undefined) throw new Error(`this describes no containers of ours:\n${text}`);
  return analysis;
}
