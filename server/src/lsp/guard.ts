// One wrapper for every request: a bug of ours is logged with its request's name, never with the text, and answered with nothing;
// a request that is no longer wanted is not worked on.

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
      log(connection, name, error);
      return fallback;
    }
  };
}

export function log(connection: Connection, name: string, error: unknown): void {
  connection.console.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}
