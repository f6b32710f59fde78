// What the readers of compose files, Dockerfiles, manifests, units and command lines return: containers as they are written, each text
// as the tool would pass it on, with its place and a way to write it anew.

import type { TextEdit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";
import type { EnvDialect } from "../env/dialects.ts";

export type ContainerForm = "compose" | "dockerfile" | "kubernetes" | "quadlet" | "commandLine";

/** How a value is written anew in the file's own syntax (YAML's quoting and the like); undefined: it cannot. */
export type WriteValue = (value: string) => TextEdit | undefined;

/** One text of the file. */
export interface Given {
  /** As the tool passes it on, with `ELSEWHERE` in it for what is not known. */
  readonly text: string;
  /** With `${NAME:-default}` replaced by its default, where that differs. */
  readonly withDefaults?: string;
  /** With its quotes. */
  readonly span: Span;
  /** Where it stands unit for unit; only of a text that is known. */
  readonly verbatim?: Span;
}

/** What is left of a text from an offset on. */
export function fromOffset(given: Given, offset: number): Given {
  const { verbatim } = given;
  return {
    text: given.text.slice(offset),
    span: verbatim === undefined ? given.span : { start: verbatim.start + offset, end: verbatim.end },
    ...(verbatim === undefined ? {} : { verbatim: { start: verbatim.start + offset, end: verbatim.end } }),
  };
}

/** Why a value in YAML should have quotes. */
export type BareValue =
  | "boolean" // a truth value, by the rules of YAML 1.1 or 1.2
  | "number"
  | "unclear"; // a spelling of which tools make different texts

export interface GivenVariable {
  readonly name: string;
  readonly nameSpan: Span;
  /** Undefined: taken from elsewhere. */
  readonly value: string | undefined;
  readonly verbatim?: Span;
  /** With its quotes. */
  readonly valueSpan: Span;
  /** The whole entry. */
  readonly span: Span;
  /** Written with quotes that the tool keeps: `NAME="value"` as one item of a list. */
  readonly keepsQuotes: boolean;
  /** How YAML would read the value, where that is no text. */
  readonly bare?: BareValue;
  readonly write: WriteValue;
  /** Undefined: the entry cannot be taken out by itself. */
  readonly remove: () => readonly TextEdit[] | undefined;
}

export interface GivenEnvFile {
  readonly path: string;
  readonly span: Span;
  /** Whose rules its lines follow. */
  readonly dialect: EnvDialect;
}

/** `extends` of a service: another service whose settings it takes over. */
export interface GivenBase {
  readonly service: string;
  /** The file that it stands in, where that is another one. */
  readonly path?: string;
}

export interface GivenPort {
  readonly span: Span;
  readonly protocol: "tcp" | "udp";
  /** Of this machine; undefined: chosen by the engine, or unknown. */
  readonly host?: number;
  readonly address?: string;
  /** First and last port inside the container. */
  readonly container: { readonly from: number; readonly to: number };
}

export interface GivenMount {
  readonly span: Span;
  /** `copy`: put into the image when it is built. */
  readonly kind: "bind" | "volume" | "tmpfs" | "secret" | "config" | "copy";
  /** Of a bind mount a path as written; of a volume its name; absent for anonymous ones, and where it is not known. */
  readonly source?: string;
  readonly target: string;
  readonly readOnly: boolean;
}

/** Where names and values of variables can be written. */
export interface EnvironmentPlace {
  readonly span: Span;
  readonly style:
    | "map" // NAME: value
    | "list" // - NAME=value
    | "nameValue" // - name: NAME, value: value
    | "words"; // NAME=value NAME=value
}

export interface ContainerSyntax {
  /** Of the service, stage, container or unit. */
  readonly name?: Given;
  /** Of the whole description. */
  readonly span: Span;
  readonly image?: Given;
  /** Built from a Dockerfile, whatever name the image then gets. */
  readonly built: boolean;
  readonly variables: readonly GivenVariable[];
  /** Env files that give it variables which are not among `variables`. */
  readonly envFiles: readonly GivenEnvFile[];
  /** The service whose settings it takes over, which are not among those here. */
  readonly base?: GivenBase;
  /** Variables, mounts or ports may come from places that are neither an env file nor the base. */
  readonly incomplete: boolean;
  readonly ports: readonly GivenPort[];
  readonly mounts: readonly GivenMount[];
  /** `host`: the machine's, where ports are not published; `other`: that of another container, or none. */
  readonly network: "own" | "host" | "other";
  /** The words after the image, or of `command:`; absent where it is not given. */
  readonly command?: readonly Given[];
  /** The image's own program is replaced. */
  readonly ownEntrypoint: boolean;
  readonly user?: Given;
  readonly hostname?: Given;
  /** Where variables can be written. */
  readonly places: readonly EnvironmentPlace[];
}

export interface ContainersSyntax {
  readonly containers: readonly ContainerSyntax[];
  readonly comments: readonly Span[];
}
