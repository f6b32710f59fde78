// The language client over a process. A module of its own, so that its code is only evaluated when a server is needed.

import type { LanguageClientOptions } from "vscode-languageclient";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

export function makeClient(serverModule: string, options: LanguageClientOptions): LanguageClient {
  return new LanguageClient("prosody", "Prosody", { module: serverModule, transport: TransportKind.ipc }, options);
}
