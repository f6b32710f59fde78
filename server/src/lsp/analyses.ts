// What open documents were understood as. A document gets the same analysis until its text, or the way to read it, changes.

import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { analyse } from "../core/analyse.ts";
import type { Analysis, ContainerAnalysis, LuaAnalysis } from "../core/analyse.ts";
import type { EnvReader } from "../core/model/envReaders.ts";
import { kindOf } from "../core/source.ts";
import type { FileKind } from "../core/source.ts";
import { ContainerDocuments } from "./containerDocuments.ts";
import { normal } from "./includeGraph.ts";
import type { Settings } from "./settings.ts";

/** How an env file is to be read. */
export interface EnvReadingChoice {
  readonly dialect: Settings["env"]["dialect"];
  readonly readers: readonly EnvReader[];
}

/** The same list each time, as another one means reading anew. */
export const NO_READERS: readonly EnvReader[] = [];

/** Lua is read in one way only. */
const ANY_WAY: EnvReadingChoice = { dialect: "auto", readers: NO_READERS };

interface Known extends EnvReadingChoice {
  readonly version: number;
  readonly analysis: Analysis;
}

export class Analyses {
  private readonly known = new Map<string, Known>();
  private readonly containers = new ContainerDocuments();

  constructor(private readonly documents: TextDocuments<TextDocument>) {}

  of(document: TextDocument, kind: FileKind, choice: EnvReadingChoice = ANY_WAY): Analysis {
    const { uri, version } = document;
    const { dialect, readers } = choice;
    const known = this.known.get(uri);
    if (known?.version === version && (kind === "lua" || (known.dialect === dialect && known.readers === readers)))
      return known.analysis;
    const analysis = analyse(kind, document.getText(), { dialect, readers, previous: known?.analysis });
    this.known.set(uri, { version, dialect, readers, analysis });
    return analysis;
  }

  /** Undefined when the document does not describe containers of ours. */
  containersIn(document: TextDocument): ContainerAnalysis | undefined {
    return this.containers.analysisOf(document);
  }

  /** By normal addresses. */
  openConfigurations(): ReadonlyMap<string, LuaAnalysis> {
    const open = new Map<string, LuaAnalysis>();
    for (const document of this.documents.all()) {
      if (kindOf(document.uri, document.languageId) !== "lua") continue;
      const analysis = this.of(document, "lua");
      if (analysis.kind === "lua") open.set(normal(document.uri), analysis);
    }
    return open;
  }

  forget(uri: string): void {
    this.known.delete(uri);
    this.containers.forget(uri);
  }
}
