// The language client over a web worker. A module of its own, so that its code is only evaluated when a server is needed.

import type { LanguageClientOptions } from "vscode-languageclient";
import { LanguageClient } from "vscode-languageclient/browser";

/** Addresses of what the worker runs. */
export interface Scripts {
  /** One after the other: the server stands on what the engine defines. */
  readonly first: readonly string[];
  /** Loaded by the server when it needs them, by their names. */
  readonly later: Readonly<Record<string, string>>;
}

export function makeClient({ first, later }: Scripts, options: LanguageClientOptions): LanguageClient {
  const start = [
    `function prosodyLoad(name) { importScripts(${JSON.stringify(later)}[name]); }`,
    `importScripts(${first.map((script) => JSON.stringify(script)).join(", ")});`,
  ];
  const url = URL.createObjectURL(new Blob([start.join("\n")], { type: "text/javascript" }));
  return new LanguageClient("prosody", "Prosody", new Worker(url), options);
}
