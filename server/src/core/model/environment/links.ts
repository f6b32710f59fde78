// Which files belong together: configurations that include each other or are put into the same container, the containers that they
// run in, the env files that these are given.

import { addTo } from "../../text/addTo.ts";
import { isOfficial } from "../container.ts";
import type { Container } from "../container.ts";
import { includeTargets, matches } from "../includes.ts";
import { folderOf, isWithin, nameOf, resolvePath } from "./files.ts";
import type { ContainerGraphFile, EnvGraphFile, GraphFile, LuaGraphFile } from "./files.ts";

/** What one file says of a container. */
export interface ServicePart {
  readonly file: ContainerGraphFile;
  readonly container: Container;
}

/** One container, of which several compose files may speak. */
export interface Service {
  readonly key: string;
  /** For people. */
  readonly name: string;
  readonly parts: readonly ServicePart[];
  readonly official: boolean;
  /** Env files that it is given; undefined for one that is not there. */
  readonly envFiles: readonly (EnvGraphFile | undefined)[];
  /** Configurations that are mounted or copied into it. */
  readonly mounted: readonly LuaGraphFile[];
}

/** Configurations of one server, as far as that is known. */
export interface Group {
  readonly files: readonly LuaGraphFile[];
  /** Containers that they run in. */
  readonly services: readonly Service[];
  /** They are put into these containers by name; else they only stand beside them. */
  readonly certain: boolean;
}

export interface Links {
  readonly groups: readonly Group[];
  readonly services: readonly Service[];
  readonly envFiles: readonly EnvGraphFile[];
  /** Folders in which Compose works: it reads the `.env` there. */
  readonly composeFolders: ReadonlySet<string>;
}

export function linksBetween(files: readonly GraphFile[]): Links {
  const configs = files.filter((file) => file.kind === "lua");
  const envFiles = files.filter((file) => file.kind === "env");
  const containers = files.filter((file) => file.kind === "container");
  const services = servicesIn(containers, envFiles, configs);
  return {
    groups: groupsOf(configs, services),
    services,
    envFiles,
    composeFolders: new Set(containers.filter(({ file }) => file.form === "compose").map(({ path }) => folderOf(path))),
  };
}

function servicesIn(
  files: readonly ContainerGraphFile[],
  envFiles: readonly EnvGraphFile[],
  configs: readonly LuaGraphFile[],
): readonly Service[] {
  const env = new Map(envFiles.map((file) => [file.path, file]));
  return [...partsByService(files)].map(([key, parts]) => ({
    key,
    name: parts[0]?.container.name?.text ?? nameOf(parts[0]?.file.path ?? ""),
    parts,
    official:
      parts.some(({ container }) => isOfficial(container)) &&
      !parts.some(({ container }) => container.image?.official === "other"),
    envFiles: parts.flatMap(({ file, container }) =>
      container.envFiles.map(({ path }) => env.get(resolvePath(folderOf(file.path), path) ?? "")),
    ),
    mounted: configs.filter((config) => parts.some(({ file, container }) => puts(file, container, config.path))),
  }));
}

/** Files of one folder speak of the same services. */
export function partsByService(files: readonly ContainerGraphFile[]): ReadonlyMap<string, readonly ServicePart[]> {
  const byKey = new Map<string, ServicePart[]>();
  for (const file of files) {
    file.file.containers.forEach((container, i) => {
      const name = container.name?.text;
      const shared = file.file.form === "compose" && name !== undefined;
      const key = shared ? `${folderOf(file.path)} ${name}` : `${file.path} ${i}`;
      addTo(byKey, key, { file, container });
    });
  }
  return byKey;
}

/** A folder above may be mounted for anything; where Prosody looks, it is for its configuration. */
export function puts(file: ContainerGraphFile, { mounts }: Container, path: string): boolean {
  return mounts.some(({ kind, source, target }) => {
    if (source === undefined || (kind !== "bind" && kind !== "copy")) return false;
    const from = resolvePath(folderOf(file.path), source);
    if (from === undefined) return false;
    return from === path || (isWithin(path, from) && /^(?:\/usr\/local)?\/etc\/prosody(?:\/|$)/.test(target));
  });
}

function groupsOf(configs: readonly LuaGraphFile[], services: readonly Service[]): readonly Group[] {
  const leaders = new Map<LuaGraphFile, LuaGraphFile>();
  const leader = (file: LuaGraphFile): LuaGraphFile => {
    const above = leaders.get(file);
    return above === undefined || above === file ? file : leader(above);
  };
  const join = (a: LuaGraphFile, b: LuaGraphFile): void => {
    const [one, other] = [leader(a), leader(b)];
    if (one !== other) leaders.set(one, other);
  };
  for (const config of configs) {
    for (const { pattern } of includeTargets(config.file, config.path)) {
      for (const other of configs) if (matches(pattern, other.path)) join(config, other);
    }
  }
  for (const { mounted } of services) mounted.forEach((file) => mounted[0] !== undefined && join(file, mounted[0]));
  const together = new Map<LuaGraphFile, LuaGraphFile[]>();
  for (const config of configs) addTo(together, leader(config), config);
  const all = [...together.values()];
  return all.map((files) => {
    const certain = services.filter(({ mounted }) => mounted.some((file) => files.includes(file)));
    if (certain.length > 0) return { files, services: certain, certain: true };
    const free = services.filter(({ mounted, official }) => official && mounted.length === 0);
    const folders = new Set(files.map(({ path }) => folderOf(path)));
    const beside = free.filter(({ parts }) => parts.some(({ file }) => folders.has(folderOf(file.path))));
    return { files, services: beside.length > 0 || all.length > 1 ? beside : free, certain: false };
  });
}
