// Requests of our own between client and server. The client imports types from here and nothing else of the server's.

import type { Knowledge } from "./core/schema/knowledge.ts";

/** What a client may say when it starts the server. All of it is optional, so that any editor can start it. */
export interface InitializationOptions {
  /** Only where the server cannot read files itself (web worker). */
  readonly knowledge?: Knowledge;
  /** The client knows `editor.action.triggerSuggest`: completion may ask for the next list at once. */
  readonly triggerSuggest?: boolean;
}

export const DOCKER_RUN_REQUEST = "prosody/dockerRun";

export interface DockerRunParams {
  /** An open document. */
  readonly uri: string;
  /** As the file shall be named on the line. */
  readonly path: string;
  readonly engine?: "docker" | "podman";
  /** Broken into lines for reading, unless told otherwise. */
  readonly oneLine?: boolean;
  readonly shell?: "sh" | "fish" | "powershell" | "windows-powershell" | "cmd";
}

export type DockerRunResult =
  | { readonly ok: true; readonly text: string; readonly notes: readonly string[] }
  | { readonly ok: false; readonly reason: string };
