// From what is known of a configuration to the answers: a plain container, or one as it is run for years; and what the user wants
// otherwise lies over either.

import type { ImageVersion } from "../schema/version.ts";
import type { ContainerAnswers, EnvFileAnswer, Extra, MountAnswer, PublishedPort } from "./answers.ts";
import { isPort } from "./answers.ts";
import { portCheck } from "./healthCheck.ts";
import { IMAGE_PATHS } from "../schema/imagePaths.ts";
import { officialImage } from "./image.ts";
import type { Engine } from "./engines.ts";
import { isVolumeName } from "./mounts.ts";
import type { Note } from "./note.ts";

export type Preset = "simple" | "production";

/** What a configuration says about the container that it is to run in. */
export interface ContainerFacts {
  readonly version: ImageVersion;
  /** Settings by variables; the names are of those that it sets. */
  readonly envFile?: EnvFileAnswer & {
    readonly names: readonly string[];
    /** What to know where its lines are taken literally, see envFileNotes.ts. */
    readonly notes?: readonly Note[];
    /** Why Compose does not read it, in either of its ways. */
    readonly refused?: string | undefined;
  };
  /** A configuration of one's own: a file, or the whole folder. */
  readonly config?: { readonly path: string; readonly kind: "file" | "folder" };
  readonly ports: readonly PublishedPort[];
  /** Where Prosody surely answers inside the container. */
  readonly answersAt?: { readonly port: number; readonly address?: string };
  /** The place inside the container where modules that do not come with Prosody are looked for; absent: there are none. */
  readonly modulesAt?: string;
  /** The place of certificates, when it is not the usual one. */
  readonly certificatesAt?: string;
  /** Sentences on ports. */
  readonly notes?: readonly Note[];
}

export interface Wishes {
  readonly engine?: Engine;
  readonly name?: string;
  readonly tag?: string;
  readonly restart?: string;
  /** Instead of what the configuration amounts to. */
  readonly ports?: readonly PublishedPort[];
  readonly memory?: string;
  readonly network?: string;
  readonly user?: string;
  readonly userNamespace?: string;
  readonly hostname?: string;
  /** Name of a volume, or a path. */
  readonly data?: string;
  /** Folders on this machine; false: none. */
  readonly certificates?: string | false;
  readonly modules?: string | false;
  readonly extraConfig?: string;
  readonly healthCheck?: boolean;
  readonly readOnlyConfig?: boolean;
  readonly detach?: boolean;
}

/** Without those that nobody has. */
export function wishesOf(given: { readonly [Wish in keyof Wishes]: Wishes[Wish] | undefined }): Wishes {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

const NAME = "prosody";

export function answersFor(facts: ContainerFacts, preset: Preset, wishes: Wishes = {}): ContainerAnswers {
  const engine = wishes.engine ?? "docker";
  const production = preset === "production";
  const detach = wishes.detach ?? true;
  const restart = wishes.restart ?? (detach ? "unless-stopped" : undefined);
  const memory = wishes.memory ?? (production ? "512m" : undefined);
  const checked = wishes.healthCheck ?? production;
  const { answersAt } = facts;
  const given = (key: keyof ContainerAnswers, value: unknown): object => (value === undefined ? {} : { [key]: value });
  return {
    engine,
    name: wishes.name ?? NAME,
    image: officialImage(facts.version, wishes.tag),
    detach,
    // The engines refuse it together with a restart policy.
    remove: restart === undefined,
    ...given("restart", restart),
    ...given("hostname", wishes.hostname),
    envFiles: facts.envFile === undefined ? [] : [{ path: facts.envFile.path, dialect: facts.envFile.dialect }],
    variables: [],
    ports: (wishes.ports ?? facts.ports).filter(
      ({ container, host }) => isPort(container) && (typeof host !== "number" || isPort(host)),
    ),
    mounts: mounts(facts, production, wishes),
    networks: wishes.network === undefined ? [] : [wishes.network],
    ...given("user", wishes.user),
    ...given("memory", memory),
    ...(checked && answersAt !== undefined ? { healthCheck: portCheck(answersAt.port, answersAt.address) } : {}),
    labels: [],
    // docker lets the log grow for ever, unless told otherwise; podman usually leaves it to the journal.
    logOptions:
      production && engine === "docker"
        ? [
            ["max-size", "10m"],
            ["max-file", "3"],
          ]
        : [],
    command: [],
    extras: extras(production, wishes),
  };
}

function extras(production: boolean, { userNamespace }: Wishes): readonly Extra[] {
  return [
    ...(production ? [{ flag: "--security-opt", values: ["no-new-privileges"] }] : []),
    ...(userNamespace === undefined ? [] : [{ flag: "--userns", values: [userNamespace] }]),
  ];
}

function mounts(facts: ContainerFacts, production: boolean, wishes: Wishes): readonly MountAnswer[] {
  const data = wishes.data ?? `${NAME}-data`;
  const { config } = facts;
  const readOnly = wishes.readOnlyConfig ?? true;
  const isFolder = config?.kind === "folder";
  const bind = (source: string, target: string, kept = true): MountAnswer => ({ kind: "bind", source, target, readOnly: kept });
  // A folder of one's own has its certificates and modules in it.
  const certificates = wishes.certificates ?? (production && !isFolder ? "./certs" : false);
  const modules = wishes.modules ?? (facts.modulesAt !== undefined && !isFolder ? "./modules" : false);
  return [
    { kind: isVolumeName(data) ? "volume" : "bind", source: data, target: IMAGE_PATHS.data, readOnly: false },
    ...(config === undefined ? [] : [bind(config.path, isFolder ? IMAGE_PATHS.config : IMAGE_PATHS.configFile, readOnly)]),
    ...(certificates === false ? [] : [bind(certificates, facts.certificatesAt ?? IMAGE_PATHS.certificates)]),
    ...(modules === false ? [] : [bind(modules, facts.modulesAt ?? IMAGE_PATHS.modules)]),
    ...(wishes.extraConfig === undefined ? [] : [bind(wishes.extraConfig, IMAGE_PATHS.extraConfig, readOnly)]),
  ];
}
