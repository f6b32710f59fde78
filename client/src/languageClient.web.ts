// The language client over a web worker. A module of its own, so that its code is only evaluated when a server is needed.

import type { LanguageClientOptions } from "vscode-languageclient";
import { LanguageClient } from "vscode-languageclient/browser";

/** The worker runs the scripts one after the other: the server stands on what the engine defines. */
export function makeClient(scripts: readonly string[], options: LanguageClientOptions): LanguageClient {
  const start = new Blob([`importScripts(${scripts.map((script) => JSON.stringify(script)).join(", ")});`], {
    type: "text/javascript",
  });
  return new LanguageClient("prosody", "Prosody", new Worker(URL.createObjectURL(start)), options);
}
