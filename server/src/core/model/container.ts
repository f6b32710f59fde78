// What a file says of containers that run Prosody's image: services of a compose file, ENV of a Dockerfile, containers of a Kubernetes
// manifest, a Quadlet unit, a `docker run` line. One shape for all of them, so that rules and features are written once.

import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import type { EnvFile } from "./envFile.ts";

export type ContainerForm = "compose" | "dockerfile" | "kubernetes" | "quadlet" | "commandLine";

/** A text and where it stands; `span` covers its quotes too. */
export interface Located {
  readonly text: string;
  readonly span: Span;
}

export interface ContainerFile {
  readonly kind: "container";
  readonly form: ContainerForm;
  /** In the order of the file: those of the official image and those of others. */
  readonly containers: readonly Container[];
}

export interface Container {
  /** Of the service, container or unit. */
  readonly name?: Located;
  /** Of the whole description. */
  readonly span: Span;
  /** Absent: built from a Dockerfile, or unknown. */
  readonly image?: ContainerImage;
  /** The variables given here, as an env file of one reading: `EnvFile.dialects` is empty and each variable has one reading. */
  readonly variables: EnvFile;
  readonly envFiles: readonly EnvFileReference[];
  readonly ports: readonly ContainerPort[];
  readonly mounts: readonly ContainerMount[];
  /** The container shares the machine's network: ports are not published. */
  readonly hostNetwork: boolean;
  /** The words after the image, or of `command:`; absent where it is not given. */
  readonly command?: readonly string[];
  readonly user?: Located;
  readonly hostname?: Located;
}

export interface ContainerImage extends Located {
  /** Without registry, tag and digest, lower case: `prosodyim/prosody`. */
  readonly name: string;
  readonly nameSpan: Span;
  /** Undefined: none is given, or it comes from a variable. */
  readonly tag?: string;
  readonly digest?: string;
  readonly official: "current" | "outdated" | "other";
}

export interface EnvFileReference {
  readonly path: string;
  readonly span: Span;
  /** Who reads it, so: in which dialect. */
  readonly dialect: "docker" | "compose" | "podman" | "systemd";
}

export interface ContainerPort {
  readonly span: Span;
  readonly protocol: "tcp" | "udp";
  /** Of this machine; undefined: chosen by the engine, or unknown. */
  readonly host?: number;
  readonly address?: string;
  /** First and last port inside the container. */
  readonly container: { readonly from: number; readonly to: number };
}

export interface ContainerMount {
  readonly span: Span;
  readonly kind: "bind" | "volume" | "tmpfs" | "secret" | "config";
  /** Of a bind mount a path as written; of a volume its name; absent for anonymous ones. */
  readonly source?: string;
  readonly target: string;
  readonly readOnly: boolean;
  /** Where the target stands, when it can be replaced as it is. */
  readonly targetSpan?: Span;
}

/** How a variable's value is written anew in the file's own syntax (YAML's quoting and the like); undefined: it cannot. */
export type WriteValue = (value: string) => TextEdit | undefined;
