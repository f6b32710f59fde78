// What rules may rely on: whether the environment of a configuration is known, and whether everything that reads an env file is.
// Both are seldom certain, and where they are not, nothing is said.

import type { Include } from "../config.ts";
import type { Environment, EnvUses } from "../project.ts";
import { includeTargets, matches } from "../includes.ts";
import type { LuaGraphFile } from "./files.ts";
import { folderOf, isWithin, nameOf, resolvePath } from "./files.ts";
import { isWhole } from "../container.ts";
import type { ContainerMount } from "../container.ts";
import type { EnvironmentGraph } from "./graph.ts";
import { interpolationsOf } from "./interpolations.ts";
import type { Group, Service } from "./links.ts";
import { besideOf } from "./neighbours.ts";

/** Of the configuration that a file belongs to. `names`: all that any file which could give variables so much as mentions. */
export function environmentFor({ files, links }: EnvironmentGraph, path: string): Environment | undefined {
  const group = links.groups.find((one) => one.files.some((file) => file.path === path));
  if (group === undefined) return undefined;
  const own = group.files.find((file) => file.path === path);
  const givers = files.filter(({ kind }) => kind !== "lua");
  return {
    certain: group.certain && group.services.every(isKnown),
    names: { has: (name) => givers.some(({ words }) => words().has(name)) },
    addsToImage: own !== undefined && addsToImage(own, group),
  };
}

/** In all containers that have it, and by the name that the image's configuration looks for. */
function addsToImage(own: LuaGraphFile, { services }: Group): boolean {
  const having = services.filter(({ mounted }) => mounted.includes(own));
  return having.length > 0 && nameOf(own.path).endsWith(".cfg.lua") && having.every((service) => readsAddition(service, own));
}

function readsAddition({ official, parts }: Service, { path }: LuaGraphFile): boolean {
  const mounts = mountsOf(parts);
  const isReplaced = mounts.some(({ target }) => target === IMAGE_CONFIG || target === `${IMAGE_CONFIG}/prosody.cfg.lua`);
  const isChosen = parts.some(({ container }) => {
    const { ownEntrypoint, variables } = container;
    return ownEntrypoint || variables.variables.some(({ name }) => name === "PROSODY_EXTRA_CONFIG" || name === "PROSODY_CONFIG");
  });
  const into = mounts.flatMap(({ from, target }) =>
    from === undefined || !isWithin(path, from) ? [] : [target + path.slice(from.length)],
  );
  const isThere = into.length > 0 && into.every((place) => folderOf(place) === `${IMAGE_CONFIG}/conf.d`);
  return official && !isReplaced && !isChosen && isThere;
}

/** `from`: on this machine, where that is known. */
function mountsOf(parts: Service["parts"]): readonly (ContainerMount & { readonly from: string | undefined })[] {
  return parts.flatMap(({ file, container }) =>
    container.mounts.map((mount) => {
      const { kind, source } = mount;
      const isOurs = (kind === "bind" || kind === "copy") && source !== undefined;
      return { ...mount, from: isOurs ? resolvePath(folderOf(file.path), source) : undefined };
    }),
  );
}

/** `names`: all that any other file mentions, and what the file itself puts into values. */
export function usesOf(graph: EnvironmentGraph, path: string): EnvUses | undefined {
  const { files, links } = graph;
  const own = links.envFiles.find((file) => file.path === path);
  if (own === undefined) return undefined;
  const services = links.services.filter(({ envFiles }) => envFiles.includes(own));
  const [service] = services;
  const groups = links.groups.filter((group) => service !== undefined && group.services.includes(service));
  const [group] = groups;
  const certain =
    service !== undefined &&
    group !== undefined &&
    services.length === 1 &&
    groups.length === 1 &&
    group.certain &&
    isKnown(service) &&
    runsOwn(service, group) &&
    group.files.every((file) => isUnderstood(file, group, service));
  const taken = new Set(links.envFiles.flatMap((file) => interpolationsOf(file).map(({ name }) => name)));
  const readers = files.filter(({ kind }) => kind !== "env");
  const names = { has: (name: string) => taken.has(name) || readers.some(({ words }) => words().has(name)) };
  return { certain, names, beside: besideOf(graph, own) };
}

const IMAGE_CONFIG = "/etc/prosody";

/** All variables of the container are: by Compose or Quadlet, which run the official image as it is. */
function isKnown({ official, parts, envFiles }: Service): boolean {
  return (
    official &&
    !envFiles.includes(undefined) &&
    parts.every(({ file, container }) => {
      const { ownEntrypoint, command } = container;
      const isPlain = file.file.form === "compose" || file.file.form === "quadlet";
      return isPlain && isWhole(container) && !ownEntrypoint && (command === undefined || command[0]?.text === "prosody");
    })
  );
}

/** A configuration of the group takes the place of the image's, and no modules of one's own are there. */
function runsOwn({ parts }: Service, { files }: Group): boolean {
  const mounts = mountsOf(parts);
  const main = mounts.some(({ from, kind, target }) => {
    if (from === undefined || kind !== "bind") return false;
    const wanted = target === `${IMAGE_CONFIG}/prosody.cfg.lua` ? from : target === IMAGE_CONFIG ? `${from}/prosody.cfg.lua` : "";
    return files.some(({ path }) => path === wanted);
  });
  return main && mounts.every(({ target }) => HARMLESS.some((folder) => isWithin(target, folder)));
}

/** Nothing there runs but configurations. */
const HARMLESS = [IMAGE_CONFIG, "/var/lib/prosody", "/etc/localtime"];

/** Ways to read variables, or other files, that are not followed. */
const UNFOLLOWED = /\b(?:dofile|loadfile|loadstring|load|require|RunScript|_G|_ENV|setmetatable|io|popen|execute|plugin_paths)\b/;

function isUnderstood(file: LuaGraphFile, group: Group, service: Service): boolean {
  const { text, whole } = file;
  if (!whole || UNFOLLOWED.test(text)) return false;
  const calls = text.match(/\bgetenv\b/g)?.length ?? 0;
  const followed = file.file.envRefs.filter(({ span }) => !text.startsWith("ENV_", span.start)).length;
  return calls <= followed && file.file.includes.every((include) => isResolved(include, file, group, service));
}

/** A path inside the container cannot be followed from here unless it is relative. */
function isResolved(include: Include, file: LuaGraphFile, { files }: Group, { mounted }: Service): boolean {
  const [target] = include.certain ? includeTargets({ includes: [include] }, file.path) : [];
  if (target === undefined || (include.path.kind === "string" && include.path.value.startsWith("/"))) return false;
  // Beside the file on this machine is beside it in the container only where the folder is the same.
  const found = files.filter(({ path }) => matches(target.pattern, path));
  return found.length > 0 && found.every((one) => mounted.includes(one));
}
