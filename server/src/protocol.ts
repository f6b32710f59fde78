// Requests of our own between client and server. The client imports types from here and nothing else of the server's.

import type { Knowledge } from "./core/schema/knowledge.ts";

/** What a client may say when it starts the server. All of it is optional, so that any editor can start it. */
export interface InitializationOptions {
  /** Only where the server cannot read files itself (web worker). */
  readonly knowledge?: Knowledge;
  /** The client knows `editor.action.triggerSuggest`: completion may ask for the next list at once. */
  readonly triggerSuggest?: boolean;
  /** Configurations may be evaluated: the workspace is trusted. `prosody/trust` says so later. */
  readonly evaluate?: boolean;
  /** Only where the server cannot start a process (web worker): the evaluating script's text, and where its WebAssembly is. */
  readonly evaluator?: { readonly script: string; readonly wasm: string };
  /** The client answers `prosody/readFile` and `prosody/findFiles`. */
  readonly readFile?: boolean;
}

/** From the server to the client. */
export const READ_FILE_REQUEST = "prosody/readFile";

export interface ReadFileParams {
  readonly uri: string;
}

/** Null: not there, outside of the workspace, or too large. */
export type ReadFileResult = { readonly text: string } | null;

/** From the server to the client. */
export const FIND_FILES_REQUEST = "prosody/findFiles";

export interface FindFilesParams {
  /** Address of a folder of the workspace. */
  readonly folder: string;
  readonly patterns: readonly string[];
  readonly limit: number;
}

export type FindFilesResult = { readonly uris: readonly string[] } | null;

/** From the client: the user trusts the workspace now. */
export const TRUST_NOTIFICATION = "prosody/trust";

export const EFFECTIVE_REQUEST = "prosody/effective";

export interface EffectiveParams {
  /** Any file of the configuration. */
  readonly uri: string;
  /** Address of the env file that the server runs with. */
  readonly envFile?: string;
  /** Instead of an env file. */
  readonly service?: ServiceParams;
  /** Instead of the one in the settings. */
  readonly version?: "0.11" | "0.12" | "13.0" | "trunk";
  /** Take files as they are on the disk, not as they are being edited. */
  readonly saved?: boolean;
  /** Values only, for comparing. */
  readonly plain?: boolean;
}

/** A service that runs Prosody. */
export interface ServiceParams {
  /** Address of the compose file. */
  readonly file: string;
  readonly name: string;
}

export type EffectiveReply =
  | {
      readonly ok: true;
      /** Address of the main file. */
      readonly entry: string;
      readonly text: string;
      readonly links: readonly EffectiveLink[];
    }
  | { readonly ok: false; readonly reason: string };

export interface EffectiveLink {
  readonly range: { readonly start: LinePosition; readonly end: LinePosition };
  readonly uri: string;
  /** From 0. */
  readonly line: number;
}

interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export const COMPOSE_SERVICES_REQUEST = "prosody/composeServices";

export interface ComposeServicesParams {
  /** Address of a compose file. */
  readonly uri: string;
}

export interface ComposeServicesReply {
  /** Names, in the order of the file. */
  readonly services: readonly string[];
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

/** A command that the client has: opens a file at a line. Lenses of the server use it. */
export const OPEN_PLACE_COMMAND = "prosody.openPlace";

/** Address and line, from 0. */
export type OpenPlaceArguments = readonly [uri: string, line: number];
