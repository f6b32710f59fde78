// Options of the commands that write a container down, and what they amount to for the core.

import { InvalidArgumentError, Option } from "commander";
import type { Command } from "commander";
import { isPort } from "../../core/generate/answers.ts";
import type { PublishedPort } from "../../core/generate/answers.ts";
import { doubledPort, readPort } from "../../core/generate/ports.ts";
import { wishesOf } from "../../core/generate/presets.ts";
import type { Preset, Wishes } from "../../core/generate/presets.ts";
import type { Version } from "../../core/schema/types.ts";
import type { EnvDialect } from "../../core/syntax/env/syntax.ts";
import { IMAGE_VERSIONS } from "../effective/evaluateImage.ts";
import { projectVersionOption } from "../options.ts";

/** What is wished for by other names than these has options of its own below. */
export interface ContainerOptions extends Omit<Wishes, "ports" | "userNamespace" | "certificates" | "readOnlyConfig" | "detach"> {
  readonly envFile?: string;
  readonly config?: string;
  readonly envDialect?: EnvDialect;
  readonly literalEnv?: string;
  readonly fromCommand?: string;
  readonly fromCompose?: string;
  readonly service?: string;
  readonly envOutput?: string;
  readonly preset: Preset;
  readonly publish?: readonly PublishedPort[] | false;
  readonly userns?: string;
  readonly certs?: string | false;
  readonly writableConfig?: boolean;
  readonly foreground?: boolean;
  readonly prosodyVersion?: Version;
  readonly json?: boolean;
  readonly output?: string;
  readonly force?: boolean;
}

export function addContainerOptions(command: Command): Command {
  return command
    .argument(
      "[PATH]",
      "an env file with the settings, or a configuration of your own: prosody.cfg.lua or the folder that holds it",
    )
    .addOption(new Option("--env-file <FILE>", "PATH is an env file, whatever its name").conflicts("config"))
    .option("--config <PATH>", "PATH is a configuration, whatever its name")
    .addOption(
      new Option("--from-command <FILE>", "instead of PATH: a `docker run` line (- reads standard input)").conflicts([
        "envFile",
        "config",
        "fromCompose",
      ]),
    )
    .addOption(new Option("--from-compose <FILE>", "instead of PATH: a compose file").conflicts(["envFile", "config"]))
    .option("--service <NAME>", "which service of it (default: the first with an image)")
    .option("--env-output <FILE>", "where to write the variables that the line or the service sets")
    .addOption(
      new Option("--preset <PRESET>", "a plain container, or one with limits, a health check and certificates")
        .choices(["simple", "production"])
        .default("simple"),
    )
    .option("--name <NAME>", "the name of the container (default: prosody)", containerName)
    .option(
      "--tag <TAG>",
      "the tag of the image (default: the version of Prosody)",
      matching(/^\w[\w.-]{0,127}$/, "A tag has letters, digits, _, . and -."),
    )
    .option(
      "--restart <POLICY>",
      "when to start it again (default: unless-stopped)",
      matching(/^(?:no|always|unless-stopped|on-failure(?::\d+)?)$/, "Give no, always, unless-stopped or on-failure[:TIMES]."),
    )
    .addOption(
      new Option(
        "--publish <PORT>",
        "a port to publish, as for docker; again for more (default: where Prosody listens)",
      ).argParser(publishedPort),
    )
    .option("--no-publish", "publish no port")
    .option(
      "--memory <SIZE>",
      "the most memory that it may take, for example 512m",
      matching(/^\d+[bkmg]?$/i, "Give a number with b, k, m or g."),
    )
    .option("--network <NAME>", "the network to join", notEmpty)
    .option("--user <USER>", "the user to start as (the image wants root)", notEmpty)
    .option("--userns <MODE>", "how users are mapped, for example keep-id with podman", notEmpty)
    .option("--hostname <NAME>", "the host name inside the container", notEmpty)
    .option("--data <VOLUME>", "a volume or a folder for the data (default: prosody-data)", notEmpty)
    .option("--certs <FOLDER>", "the folder with the certificates", notEmpty)
    .option("--no-certs", "mount no certificates")
    .option("--modules <FOLDER>", "the folder with modules that do not come with Prosody", notEmpty)
    .option("--no-modules", "mount no modules")
    .option("--extra-config <FOLDER>", "a folder with configuration on top of the image's own", notEmpty)
    .option("--health-check", "ask the port for clients from time to time")
    .option("--no-health-check", "do not")
    .option("--writable-config", "mount the configuration so that the container can change it")
    .addOption(projectVersionOption("the version of Prosody in the image", IMAGE_VERSIONS))
    .option(
      "--literal-env <FILE>",
      "write what Compose reads in PATH to FILE, one plain line for each value, and use FILE",
      notEmpty,
    )
    .option("--json", "print the result with its notes as JSON")
    .option("-o, --output <FILE>", "write to FILE instead of standard output; a file that is there stays")
    .option("--force", "replace FILE if it is there");
}

export function wishesIn(options: ContainerOptions): Wishes {
  const { engine, name, tag, restart, publish, memory, network, user, hostname, data, modules, healthCheck } = options;
  return wishesOf({
    engine,
    name,
    tag,
    restart,
    ports: publish === false ? [] : publish,
    memory,
    network,
    user,
    userNamespace: options.userns,
    hostname,
    data,
    certificates: options.certs,
    modules,
    extraConfig: options.extraConfig,
    healthCheck,
    readOnlyConfig: options.writableConfig === true ? false : undefined,
    detach: options.foreground === true ? false : undefined,
  });
}

export type Subject =
  | { readonly kind: "settings"; readonly path: string }
  | { readonly kind: "command"; readonly path: string }
  | { readonly kind: "compose"; readonly path: string };

/** The one thing that the user names. */
export function subjectOf(path: string | undefined, options: ContainerOptions, command: Command): Subject {
  const { envFile, config, fromCommand, fromCompose } = options;
  const given = [path, envFile, config, fromCommand, fromCompose].filter((one) => one !== undefined);
  const [subject] = given;
  if (subject === undefined) command.error("error: give an env file or a configuration, so that there is something to start");
  if (given.length > 1) command.error("error: give either an env file or a configuration: the image reads only one of them");
  return { kind: fromCommand !== undefined ? "command" : fromCompose !== undefined ? "compose" : "settings", path: subject };
}

function publishedPort(text: string, before: readonly PublishedPort[] | false | undefined): readonly PublishedPort[] {
  const ports = readPort(text);
  if (ports?.every(({ container, host }) => isPort(container) && (typeof host !== "number" || isPort(host))) !== true)
    throw new InvalidArgumentError("A port is given as [[ADDRESS:]HOST:]CONTAINER[/tcp|/udp].");
  const all = before === undefined || before === false ? ports : [...before, ...ports];
  const doubled = doubledPort(all);
  if (doubled !== undefined)
    throw new InvalidArgumentError(`Port ${doubled} of this machine is given twice, and only one service can have it.`);
  return all;
}

function matching(pattern: RegExp, otherwise: string): (text: string) => string {
  return (text) => {
    if (pattern.test(text)) return text;
    throw new InvalidArgumentError(otherwise);
  };
}

const notEmpty = matching(/\S/, "It must not be empty.");

const containerName = matching(
  /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/,
  "A name has at least two letters, digits, _, . or -, and begins with a letter or digit.",
);
