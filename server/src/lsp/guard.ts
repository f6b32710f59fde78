// One wrapper for every request: a bug of ours is logged with its request's name, never with the text, and answered with nothing;
// a request that is no longer wanted is not worked on.

import { TookTooLong } from "../core/text/pace.ts";
import type { CancellationToken, Connection } from "vscode-languageserver";

export function guard<P, R>(
  connection: Connection,
  name: string,
  fallback: R,
  handle: (params: P) => Promise<R> | R,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    if (token.isCancellationRequested) return fallback;
    try {
      return await handle(params);
    } catch (error) {
      log(connection, `${name}${fileIn(params)}`, error);
      return fallback;
    }
  };
}

/** Of a request about one. */
function fileIn(params: unknown): string {
  if (typeof params !== "object" || params === null) return "";
  const document: unknown = "textDocument" in params ? params.textDocument : params;
  const uri: unknown = typeof document === "object" && document !== null && "uri" in document ? document.uri : undefined;
  return typeof uri === "string" ? ` of ${uri}` : "";
}

export function log(connection: Connection, name: string, error: unknown): void {
  if (error instanceof TookTooLong) {
    connection.console.error(`${name} was given up: ${error.message}`);
    return;
  }
  connection.console.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}
