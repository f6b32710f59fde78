// What a file says of containers that run Prosody's image: services of a compose file, stages of a Dockerfile, containers of a
// Kubernetes manifest, a Quadlet unit, a `docker run` line. One shape for all of them, so that rules and features are written once.

import type {
  BareValue,
  ContainerForm,
  ContainerSyntax,
  EnvironmentPlace,
  Given,
  GivenEnvFile,
  GivenMount,
  GivenPort,
  WriteValue,
} from "../syntax/containers/syntax.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import type { ConfigFile } from "./config.ts";
import type { EnvFile, EnvVariable } from "./envFile.ts";

export type { BareValue, ContainerForm, EnvironmentPlace, WriteValue };
export type EnvFileReference = GivenEnvFile;
export type ContainerPort = GivenPort;
export type ContainerMount = GivenMount;

/** A text and where it stands; `span` covers its quotes too. Parts that come from elsewhere are `ELSEWHERE`. */
export type Located = Given;

export interface ContainerFile {
  readonly kind: "container";
  readonly form: ContainerForm;
  /** In the order of the file: those of the official image and those of others. */
  readonly containers: readonly Container[];
}

export interface Container extends Omit<ContainerSyntax, "image" | "variables"> {
  /** Absent: built from a Dockerfile, or unknown. */
  readonly image?: ContainerImage;
  readonly variables: ContainerVariables;
  /** All files of a configuration that is put into the place of the image's, where they are known. */
  readonly ownConfig?: readonly ConfigFile[];
}

/** An env file of one reading, so that what speaks of env files speaks of containers too: `dialects` is empty. */
export interface ContainerVariables extends EnvFile {
  readonly variables: readonly ContainerVariable[];
}

export interface ContainerVariable extends EnvVariable {
  /** Quotes around the value are a part of it, and hardly meant to be. */
  readonly keepsQuotes: boolean;
  readonly bare?: BareValue;
  readonly write: WriteValue;
  readonly remove: () => readonly TextEdit[] | undefined;
}

export interface ContainerImage extends Located {
  /** Without registry, tag and digest, lower case: `prosodyim/prosody`. */
  readonly name: string;
  /** Where that name stands, when it does. */
  readonly nameSpan?: Span;
  /** Undefined: none is given, or it comes from elsewhere. */
  readonly tag?: string;
  readonly digest?: string;
  /** A tag or digest is given, known or not. */
  readonly pinned: boolean;
  readonly official: "current" | "outdated" | "other";
}

export const IMAGE_NAMES = { current: "prosodyim/prosody", outdated: "prosody/prosody" } as const;

/** Nothing that it has comes from where nobody looked, but for variables in env files: only then may something be said to be missing. */
export function isWhole({ incomplete, base }: Container): boolean {
  return !incomplete && base === undefined;
}

/** Every variable that it is given is known by name. */
export function knowsVariables(container: Container): boolean {
  return isWhole(container) && container.envFiles.length === 0;
}

/** Runs the official image as it is, not one that is built and only called so. */
export function isOfficial({ image }: Container): boolean {
  return image !== undefined && image.official !== "other";
}
