// What a container is to be: the answers from which every form is written (command line, compose file, Quadlet unit, Kubernetes
// manifest) and to which the forms that can be read lead back. Plain data, with nothing in it that is peculiar to one form.

import type { Engine } from "./engines.ts";
import type { Note } from "./note.ts";

export interface ContainerAnswers {
  readonly engine: Engine;
  readonly name?: string;
  /** With its tag or digest; without `docker.io/`. */
  readonly image: string;
  /** In the background. */
  readonly detach: boolean;
  /** The container goes when it ends. */
  readonly remove: boolean;
  /** Restart policy: `unless-stopped`, `always`, `on-failure:3`, `no`. */
  readonly restart?: string;
  readonly hostname?: string;
  readonly envFiles: readonly EnvFileAnswer[];
  /** Given one by one. Never a secret, unless the user wrote it so: then whoever writes the form decides where it goes. */
  readonly variables: readonly VariableAnswer[];
  readonly ports: readonly PublishedPort[];
  readonly mounts: readonly MountAnswer[];
  /** Names of networks, or one mode: `host`, `none`, `container:NAME`. */
  readonly networks: readonly string[];
  readonly user?: string;
  /** As the engines write it: `512m`. */
  readonly memory?: string;
  readonly healthCheck?: HealthCheck;
  readonly labels: readonly Pair[];
  readonly logDriver?: string;
  readonly logOptions: readonly Pair[];
  /** In place of the image's; one word on a command line, several elsewhere. */
  readonly entrypoint?: readonly string[];
  /** The words after the image. */
  readonly command: readonly string[];
  /** Everything else that has a counterpart in other forms; see extras.ts. */
  readonly extras: readonly Extra[];
}

export type Pair = readonly [name: string, value: string];

export interface EnvFileAnswer {
  readonly path: string;
  /** How its lines are meant. `any`: they mean the same to every tool. */
  readonly dialect: "literal" | "compose" | "any";
}

export interface VariableAnswer {
  readonly name: string;
  /** Absent: taken from the environment of whoever starts the container. */
  readonly value?: string;
}

export interface PublishedPort {
  readonly container: number;
  /** On this machine; the same number when absent, `random`: whichever is free. */
  readonly host?: number | "random";
  /** Address of this machine to listen on; all when absent. */
  readonly address?: string;
  readonly protocol?: "tcp" | "udp" | "sctp";
}

export interface MountAnswer {
  readonly kind: "bind" | "volume" | "tmpfs";
  /** Of a bind mount a path, of a volume its name; absent: a volume without a name, or tmpfs. */
  readonly source?: string;
  readonly target: string;
  readonly readOnly: boolean;
  /** Other words: `z`, `size=64m` … */
  readonly options?: readonly string[];
}

export type HealthCheck =
  | { readonly kind: "none" }
  | {
      readonly kind: "check";
      /** Run by the container's shell, or as it is. */
      readonly test: { readonly shell: string } | { readonly words: readonly string[] };
      /** The port that it asks, where that is all it does. */
      readonly port?: number;
      /** `30s` */
      readonly interval?: string;
      readonly timeout?: string;
      readonly startPeriod?: string;
      readonly retries?: number;
    };

/** A flag of `docker run` by its long name, with its values in order; a switch has none. */
export interface Extra {
  readonly flag: string;
  readonly values: readonly string[];
}

/** A form with what to know about it. */
export interface Written {
  readonly text: string;
  readonly notes: readonly Note[];
}

/** Names of networks; the modes that join another network stack are none. */
export function isNetworkName(network: string): boolean {
  return !/^(?:host|none|bridge|default|private|slirp4netns|pasta)(?:$|:)|^(?:container|ns|service|pod):/.test(network);
}

export function extraValues(answers: ContainerAnswers, flag: string): readonly string[] | undefined {
  return answers.extras.find((extra) => extra.flag === flag)?.values;
}

/** A port as the engines write it after `--publish`. */
export function publishValue({ container, host, address, protocol }: PublishedPort): string {
  const at = address === undefined ? "" : `${address.includes(":") ? `[${address}]` : address}:`;
  // Behind an address an empty number stands for any, without one it is left out.
  const own = host === "random" ? (at === "" ? "" : ":") : `${host ?? container}:`;
  return `${at}${own}${container}${protocol === undefined || protocol === "tcp" ? "" : `/${protocol}`}`;
}

export function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65535;
}
