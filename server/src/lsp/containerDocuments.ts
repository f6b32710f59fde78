// Open documents that describe containers of Prosody's image. Whether one does, its text says at little cost; only then is it read, with
// parsers that are loaded when the first such document is there.

import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ContainerAnalysis } from "../core/analyse.ts";
import { analyseContainers } from "../core/analyseContainers.ts";
import { containerKindOf, kindOf, mayConcernContainers } from "../core/source.ts";
import type { ContainerKind } from "../core/source.ts";
import { LineIndex } from "../core/text/lineIndex.ts";

interface Known {
  readonly version: number;
  readonly analysis: ContainerAnalysis;
}

export class ContainerDocuments {
  private readonly known = new Map<string, Known>();

  /** Undefined when the document is none of ours. One that was, stays: what was said of it has to be taken back. */
  analysisOf(document: TextDocument): ContainerAnalysis | undefined {
    const { uri, version } = document;
    const known = this.known.get(uri);
    if (known?.version === version) return known.analysis;
    const kind = kindOf(uri, document.languageId) === undefined ? containerKindOf(uri, document.languageId) : undefined;
    if (kind === undefined) return undefined;
    const text = document.getText();
    const found = mayConcernContainers(text) ? analyseContainers(kind, text) : undefined;
    if (found === undefined && known === undefined) return undefined;
    const analysis = found ?? nothing(kind, text);
    this.known.set(uri, { version, analysis });
    return analysis;
  }

  forget(uri: string): void {
    this.known.delete(uri);
  }
}

function nothing(source: ContainerKind, text: string): ContainerAnalysis {
  return {
    kind: "container",
    source,
    text,
    lines: new LineIndex(text),
    file: { kind: "container", form: "compose", containers: [] },
    comments: [],
  };
}
