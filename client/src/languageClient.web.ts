// The language client over a web worker. A module of its own, so that its code is only evaluated when a server is needed.

import type { LanguageClientOptions } from "vscode-languageclient";
import { LanguageClient } from "vscode-languageclient/browser";

/** `script` is the address of the server's bundle. A page may only start workers of its own, so the worker's text is made here. */
export function makeClient(script: string, options: LanguageClientOptions): LanguageClient {
  const start = `importScripts(${JSON.stringify(script)});`;
  const url = URL.createObjectURL(new Blob([start], { type: "text/javascript" }));
  return new LanguageClient("prosody", "Prosody", new Worker(url), options);
}
