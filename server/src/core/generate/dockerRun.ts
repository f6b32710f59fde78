// The command that starts the official image, as an argv, with what the user should know about it. Variables go by env file only,
// so that no secret stands on a command line; writing the argv for a shell is shell/render.ts.

import { IMAGE_PATHS, imageName } from "./image.ts";
import type { ImageVersion } from "../schema/version.ts";
import type { Engine } from "./image.ts";
import type { PublishedPort } from "./imagePorts.ts";
import { isVolumeName, mountWords } from "./mounts.ts";

export interface DockerRunInput {
  readonly engine: Engine;
  readonly version: ImageVersion;
  readonly envFile?: {
    readonly path: string;
    /** Of the variables that it sets. */
    readonly names: readonly string[];
    /** Notes on how the engine reads the file, see envFileNotes.ts. */
    readonly dialectIssues?: readonly string[];
  };
  /** A configuration of one's own: a file, or the whole folder. Without `kind`, a name that ends in `.lua` is a file. */
  readonly config?: { readonly path: string; readonly kind?: "file" | "folder" };
  /** Folder with certificates. */
  readonly certificates?: string;
  /** Of the container: `prosody` when absent. */
  readonly name?: string;
  /** In the background: true when absent. In the foreground the container is removed in the end, unless it has a restart policy. */
  readonly detach?: boolean;
  /** Restart policy: `unless-stopped` in the background when absent. */
  readonly restart?: string;
  readonly ports: readonly PublishedPort[];
  /** Notes on the ports, see imagePorts.ts. */
  readonly portNotes?: readonly string[];
  readonly hostname?: string;
  /** Name of a volume, or a path: `prosody-data` when absent. */
  readonly dataVolume?: string;
}

export interface DockerRun {
  readonly argv: readonly string[];
  /** The same words, those that belong on one line together. */
  readonly groups: readonly (readonly string[])[];
  /** Sentences for the user. */
  readonly notes: readonly string[];
}

export function dockerRun(input: DockerRunInput): DockerRun {
  const ports = input.ports.filter(isValid);
  const groups: readonly (readonly string[])[] = [
    [input.engine, "run"],
    ...lifetime(input),
    ["--name", input.name ?? "prosody"],
    ...(input.hostname === undefined ? [] : [["--hostname", input.hostname]]),
    ...(input.envFile === undefined ? [] : [["--env-file", input.envFile.path]]),
    ...ports.map((port) => ["--publish", publishValue(port)]),
    ...mounts(input),
    [imageName(input.version, input.engine)],
  ];
  return { argv: groups.flat(), groups, notes: notes(input, ports.length) };
}

function lifetime({ detach, restart }: DockerRunInput): readonly (readonly string[])[] {
  const background = detach ?? true;
  const policy = restart ?? (background ? "unless-stopped" : undefined);
  return [
    ...(background ? [["--detach"]] : []),
    // The engines refuse --rm together with a restart policy.
    ...(policy !== undefined ? [["--restart", policy]] : [["--rm"]]),
  ];
}

function isValid({ container, host }: PublishedPort): boolean {
  return [container, host ?? container].every((port) => Number.isInteger(port) && port >= 1 && port <= 65535);
}

function publishValue({ container, host, address, protocol }: PublishedPort): string {
  const at = address === undefined ? "" : `${address.includes(":") ? `[${address}]` : address}:`;
  return `${at}${host ?? container}:${container}${protocol === undefined || protocol === "tcp" ? "" : `/${protocol}`}`;
}

function mounts(input: DockerRunInput): readonly (readonly string[])[] {
  const data = input.dataVolume ?? "prosody-data";
  const { config, certificates } = input;
  const configTarget = isFolder(config) ? IMAGE_PATHS.config : IMAGE_PATHS.configFile;
  return [
    mountWords({ source: data, target: IMAGE_PATHS.data, readOnly: false }, isVolumeName(data) ? "volume" : "path"),
    ...(config === undefined ? [] : [mountWords({ source: config.path, target: configTarget, readOnly: true }, "path")]),
    ...(certificates === undefined
      ? []
      : [mountWords({ source: certificates, target: IMAGE_PATHS.certificates, readOnly: true }, "path")]),
  ];
}

function isFolder(config: DockerRunInput["config"]): boolean {
  return config !== undefined && (config.kind === undefined ? !config.path.endsWith(".lua") : config.kind === "folder");
}

function notes(input: DockerRunInput, publishable: number): readonly string[] {
  const { config, envFile, hostname, certificates, dataVolume } = input;
  const names = new Set(envFile?.names ?? []);
  const found: string[] = [];
  if (config === undefined && !names.has("PROSODY_VIRTUAL_HOSTS") && hostname === undefined) {
    found.push(
      "PROSODY_VIRTUAL_HOSTS is not set, so the only host is named after the container: a random id that is another one in each new container. Set it to your domain.",
    );
  }
  if (config !== undefined && [...names].some((name) => name.startsWith("PROSODY_"))) {
    found.push(
      "Your own configuration takes the place of the image's, which is what reads the PROSODY_ variables: they have no effect unless your configuration reads them too.",
    );
  }
  if (isFolder(config) && certificates !== undefined) {
    found.push(
      `The folder ${IMAGE_PATHS.config} is mounted read-only, so it needs a folder \`certs\` of its own for the certificates to be mounted at.`,
    );
  }
  if (certificates === undefined && !isFolder(config) && !names.has("PROSODY_CERTIFICATES")) {
    found.push(
      `TLS needs certificates, and the image looks for them in ${IMAGE_PATHS.certificates}: mount a folder with yours there, read-only.`,
    );
  }
  if (dataVolume !== undefined && !isVolumeName(dataVolume)) {
    found.push(
      "The folder for the data must not belong to root, else the container stops at once. Create it before the first start.",
    );
  }
  if (["LOCAL", "DOMAIN", "PASSWORD"].every((name) => names.has(name))) {
    found.push("The account of LOCAL, DOMAIN and PASSWORD is registered again at every start, which sets its password back.");
  }
  if (publishable < input.ports.length) found.push("Ports outside 1 to 65535 are left out.");
  return [...found, ...(input.portNotes ?? []), ...(envFile?.dialectIssues ?? [])];
}
