// What is asked of an evaluation of a configuration, and what comes of it. Plain data: it travels between threads and into JSON.

import type { Version } from "../schema/types.ts";

/** The text of a file. Bytes where it is not known to be UTF-8. */
export type FileContent = string | Uint8Array;

export interface EvaluationRequest {
  /** The main file, with `/` between folders; includes are looked up relative to its folder. */
  readonly entry: string;
  readonly version: Version;
  /** All that `ENV_X` and `os.getenv` see. */
  readonly environment: Readonly<Record<string, string>>;
  /** What `os.time()` says, in seconds. */
  readonly now: number;
  /** What a configuration is told that asks for the name of its machine. */
  readonly hostname: string;
  /** A wildcard in a folder that does not exist. Prosody stops there; elsewhere than on the server the folder is often just not there. */
  readonly missingFolders: "empty" | "error";
}

/** What Lua's values become: functions and the like are a text in angle brackets, tables lists or maps as their keys are. */
export type ConfigValue = string | number | boolean | readonly ConfigValue[] | { readonly [key: string]: ConfigValue };

export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

export interface Origin extends Place {
  /** Where more was appended later. */
  readonly appended?: readonly Place[];
}

export interface EffectiveWarning extends Place {
  readonly code: WarningCode;
  readonly message: string;
}

export type WarningCode =
  | "duplicate-option" // set twice in one section of one file
  | "unset-name" // read, but neither an option nor known to Lua
  | "lua-name" // Lua's own functions without `Lua.`
  | "missing-folder" // a wildcard in a folder that is not there
  | "not-readable" // a file outside what may be read
  | "missing-module"; // require of something that is not at hand

export interface EffectiveError extends Place {
  readonly kind: ErrorKind;
  readonly message: string;
}

export type ErrorKind =
  | "environment" // the tool that starts the container refuses its env file
  | "syntax"
  | "runtime"
  | "refused" // it asked for what a configuration is never granted here, such as starting a program
  | "limit"; // too long, too large, too deep

/** Option by host and name; `*` is the global section. */
export type HostOptions = Readonly<Record<string, Readonly<Record<string, ConfigValue>>>>;

export type HostOrigins = Readonly<Record<string, Readonly<Record<string, Origin>>>>;

export type EffectiveResult =
  | {
      readonly status: "ok";
      readonly warnings: readonly EffectiveWarning[];
      readonly config: HostOptions;
      readonly origins: HostOrigins;
      /** Every file that took part, the main one first. */
      readonly files: readonly string[];
    }
  | {
      readonly status: "error";
      readonly error: EffectiveError;
      readonly warnings: readonly EffectiveWarning[];
      readonly files: readonly string[];
    };
