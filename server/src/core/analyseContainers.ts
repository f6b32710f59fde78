// A text that describes containers, understood. With the parsers behind it this is much code, which the workspace loads with the first such
// text that mentions Prosody's image; nothing else of the core may import it.

import type { ContainerAnalysis } from "./analyse.ts";
import { lowerContainers } from "./model/lowerContainers.ts";
import { mayConcernContainers } from "./source.ts";
import type { ContainerKind } from "./source.ts";
import { readMarkdown, readShellScript } from "./syntax/containers/commandLine.ts";
import { readComposeFile } from "./syntax/containers/compose.ts";
import { readDockerfile } from "./syntax/containers/dockerfile.ts";
import { readKubernetes } from "./syntax/containers/kubernetes.ts";
import { readQuadlet } from "./syntax/containers/quadlet.ts";
import type { ContainerForm, ContainersSyntax } from "./syntax/containers/syntax.ts";
import { LineIndex } from "./text/lineIndex.ts";

export { readCompose } from "./syntax/yaml/compose.ts";

/** Longer texts are left alone. */
const LONGEST = 1_000_000;

interface Reader {
  readonly form: ContainerForm;
  readonly read: (text: string) => ContainersSyntax;
}

const READERS: Readonly<Record<ContainerKind, Reader>> = {
  compose: { form: "compose", read: readComposeFile },
  dockerfile: { form: "dockerfile", read: readDockerfile },
  kubernetes: { form: "kubernetes", read: readKubernetes },
  quadlet: { form: "quadlet", read: readQuadlet },
  shellScript: { form: "commandLine", read: readShellScript },
  markdown: { form: "commandLine", read: readMarkdown },
};

/** Of any images, as services share files and settings. */
export function readComposeContainers(text: string): Pick<ContainerAnalysis, "file" | "comments"> {
  const syntax = readComposeFile(text);
  return { file: lowerContainers("compose", syntax), comments: syntax.comments };
}

/** Undefined when the text is none of our business. */
export function analyseContainers(kind: ContainerKind, text: string): ContainerAnalysis | undefined {
  if (text.length > LONGEST || !mayConcernContainers(text)) return undefined;
  const { form, read } = READERS[kind];
  const syntax = read(text);
  return {
    kind: "container",
    source: kind,
    text,
    lines: new LineIndex(text),
    file: lowerContainers(form, syntax),
    comments: syntax.comments,
  };
}
