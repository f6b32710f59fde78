// What other files give to the containers of one: the service that it extends, the override file beside a compose file, env files. What
// comes from them stands nowhere in the file's own text, and is spoken of in theirs.

import { known } from "../text/known.ts";
import { NOWHERE, isHere } from "../text/span.ts";
import type { Container, ContainerFile, ContainerImage, ContainerVariable, EnvFileReference, Located } from "./container.ts";
import { folderOf, isWithin, nameOf, resolvePath } from "./environment/files.ts";
import type { ConfigFile } from "./config.ts";
import type { EnvFile, EnvVariable } from "./envFile.ts";

/** Files by absolute path, with `/` between its parts; undefined: not there, or not known. */
export interface ContainerNeighbours {
  readonly composeFile: (path: string) => ContainerFile | undefined;
  /** All files of the configuration that begins with this one; undefined also where there may be more. */
  readonly configuration: (path: string) => readonly ConfigFile[] | undefined;
  readonly envFile: (path: string, dialect: EnvFileReference["dialect"]) => EnvFile | undefined;
}

/** A chain of services that extend each other is hardly longer. */
const MAX_BASES = 10;

/** The same containers with what the files around `path` give them, as far as these are known. */
export function withNeighbours(file: ContainerFile, path: string, neighbours: ContainerNeighbours): ContainerFile {
  const beside = file.form === "compose" ? besideFile(path, neighbours) : undefined;
  const containers = file.containers.map((own) => {
    const service = own.name?.text;
    const other = beside === undefined || service === undefined ? undefined : serviceOf(beside, service, neighbours);
    const whole = withBase(own, path, neighbours);
    return withConfig(withVariables(other === undefined ? whole : merged(other, whole), path, neighbours), path, neighbours);
  });
  return { ...file, containers };
}

/** Whether anything of what other files say could make a difference to it. */
export function hasNeighbours({ form, containers }: ContainerFile, path: string): boolean {
  if (form === "compose" && (BASES.includes(nameOf(path)) || OVERRIDES.includes(nameOf(path)))) return true;
  return containers.some(
    ({ base, envFiles, mounts }) =>
      base !== undefined || envFiles.length > 0 || mounts.some(({ target }) => isWithin(target, CONFIG_FOLDER)),
  );
}

/** The first that is there is what Compose reads when no file is named, and then the first of the others over it. */
const BASES: readonly string[] = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];
const OVERRIDES: readonly string[] = [
  "compose.override.yml",
  "compose.override.yaml",
  "docker-compose.override.yml",
  "docker-compose.override.yaml",
];

/**
 * The override file of a compose file, or the file that it is for. What stands in a file is judged as it stands: an override file adds
 * something to the other, but takes nothing away from what may well run without it.
 */
function besideFile(path: string, { composeFile }: ContainerNeighbours): string | undefined {
  const folder = folderOf(path);
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => `${folder === "/" ? "" : folder}/${name}`).find((one) => one === path || composeFile(one) !== undefined);
  const [base, override] = [first(BASES), first(OVERRIDES)];
  if (base === path) return override;
  return override === path ? base : undefined;
}

/** With the configuration that is mounted in the place of the image's, if that is all that is mounted there. */
function withConfig(own: Container, path: string, { configuration }: ContainerNeighbours): Container {
  const [mount, ...others] = own.mounts.filter(
    ({ target }) => isWithin(target, CONFIG_FOLDER) && target !== `${CONFIG_FOLDER}/certs`,
  );
  if (mount?.kind !== "bind" || mount.source === undefined || others.length > 0) return own;
  const from = resolvePath(folderOf(path), mount.source);
  const main = mount.target === CONFIG_FOLDER ? `${from ?? ""}/${CONFIG_NAME}` : from;
  const isMain = mount.target === CONFIG_FOLDER || mount.target === `${CONFIG_FOLDER}/${CONFIG_NAME}`;
  const ownConfig = from === undefined || main === undefined || !isMain ? undefined : configuration(main);
  return ownConfig === undefined ? own : { ...own, ownConfig };
}

const CONFIG_FOLDER = "/etc/prosody";
const CONFIG_NAME = "prosody.cfg.lua";

/** A service of another file, with what it takes over in turn. */
function serviceOf(path: string, service: string, neighbours: ContainerNeighbours, depth = 0): Container | undefined {
  const found = neighbours.composeFile(path)?.containers.find(({ name }) => name?.text === service);
  return found === undefined ? undefined : elsewhere(withBase(found, path, neighbours, depth), folderOf(path));
}

function withBase(own: Container, path: string, neighbours: ContainerNeighbours, depth = 0): Container {
  const { base, ...rest } = own;
  if (base === undefined || depth >= MAX_BASES) return own;
  const file = base.path === undefined ? path : resolvePath(folderOf(path), base.path);
  const found = file === undefined ? undefined : serviceOf(file, base.service, neighbours, depth + 1);
  return found === undefined ? own : merged(found, rest);
}

/** As the file sees it that takes it over. Its own paths begin at its own folder. */
function elsewhere(container: Container, folder: string): Container {
  const envFiles = container.envFiles.map(({ path, dialect }) => ({ path: resolvePath(folder, path), dialect, span: NOWHERE }));
  const nowhere = <T extends object>(one: T): T => ({ ...one, span: NOWHERE });
  const { image, user, hostname, command, variables } = container;
  return {
    ...container,
    span: NOWHERE,
    places: [],
    ...known({ image: image && unplacedImage(image), command: command?.map(unplaced) }),
    ...known({ user: user && unplaced(user), hostname: hostname && unplaced(hostname) }),
    ports: container.ports.map(nowhere),
    mounts: container.mounts.map((mount) => {
      const source = mount.kind === "bind" && mount.source !== undefined ? resolvePath(folder, mount.source) : mount.source;
      return { ...nowhere(mount), ...known({ source }) };
    }),
    variables: {
      ...variables,
      variables: variables.variables.map(({ name, readings }) => givenElsewhere(name, readings[0]?.value)),
    },
    envFiles: envFiles.flatMap(({ path, ...rest }) => (path === undefined ? [] : { path, ...rest })),
    incomplete: container.incomplete || envFiles.some(({ path }) => path === undefined),
  };
}

function unplaced({ text, withDefaults }: Located): Located {
  return { text, span: NOWHERE, ...known({ withDefaults }) };
}

function unplacedImage({ verbatim: _verbatim, nameSpan: _nameSpan, ...image }: ContainerImage): ContainerImage {
  return { ...image, span: NOWHERE };
}

/** With the variables of its env files, as far as these are known; the others stay what they are. */
function withVariables(own: Container, path: string, { envFile }: ContainerNeighbours): Container {
  if (own.envFiles.length === 0) return own;
  const unknown: EnvFileReference[] = [];
  const given = own.envFiles.flatMap((reference) => {
    const { dialect } = reference;
    const at = resolvePath(folderOf(path), reference.path);
    const found = at === undefined ? undefined : envFile(at, dialect);
    // A file that the tool refuses gives nothing, and nothing starts.
    const refused = found?.syntaxes.some((one) => one.dialect === dialect && one.issues.some(({ fatal }) => fatal));
    if (found === undefined || refused === true) unknown.push(reference);
    return found?.variables.flatMap((variable) => variableFrom(variable, dialect)) ?? [];
  });
  // What a container is given by name counts more than any file.
  return { ...own, envFiles: unknown, variables: { ...own.variables, variables: [...given, ...own.variables.variables] } };
}

function variableFrom({ name, readings }: EnvVariable, wanted: EnvFileReference["dialect"]): readonly ContainerVariable[] {
  const reading = readings.find(({ dialect }) => dialect === wanted);
  return reading === undefined ? [] : [givenElsewhere(name, reading.value)];
}

/** `value`: undefined where it is not known. */
export function givenElsewhere(name: string, value: string | undefined): ContainerVariable {
  return {
    name,
    nameSpan: NOWHERE,
    valueSpan: NOWHERE,
    span: NOWHERE,
    readings: [{ dialect: "docker", value }],
    keepsQuotes: false,
    write: () => undefined,
    remove: () => undefined,
  };
}

/** As Compose puts two descriptions of a service together: what the later one says counts more, and lists are joined. */
function merged(below: Container, above: Container): Container {
  const own = isHere(above.span) ? above : below;
  const built = below.built || above.built;
  const isReplaced = (target: string): boolean => above.mounts.some((one) => one.target === target);
  const { image: _image, base: _base, ...rest } = { ...below, ...above };
  return {
    ...rest,
    ...{ span: own.span, places: own.places, built },
    ...known({ name: own.name, base: above.base ?? below.base, image: built ? undefined : (above.image ?? below.image) }),
    variables: { ...above.variables, variables: [...below.variables.variables, ...above.variables.variables] },
    envFiles: [...below.envFiles, ...above.envFiles],
    incomplete: below.incomplete || above.incomplete,
    ports: [...below.ports, ...above.ports],
    mounts: [...below.mounts.filter(({ target }) => !isReplaced(target)), ...above.mounts],
    network: above.network === "own" ? below.network : above.network,
    ownEntrypoint: below.ownEntrypoint || above.ownEntrypoint,
  };
}
