// The language client over a web worker. A module of its own, so that its code is only evaluated when a server is needed.

import type { LanguageClientOptions } from "vscode-languageclient";
import { LanguageClient } from "vscode-languageclient/browser";

export function makeClient(workerScript: string, options: LanguageClientOptions): LanguageClient {
  return new LanguageClient("prosody", "Prosody", new Worker(workerScript), options);
}
