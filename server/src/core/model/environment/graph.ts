// One variable in all files of a workspace folder: where it is given and where it is read. Names stand in scopes: the inside of a
// container, what Compose puts into a compose file, a server's configuration. Places of one name that share a scope are one variable.

import { contains, touches } from "../../text/span.ts";
import type { Span } from "../../text/span.ts";
import type { EnvRef } from "../config.ts";
import { folderOf, nameOf } from "./files.ts";
import type { EnvGraphFile, GraphFile, Place } from "./files.ts";
import { interpolationsOf } from "./interpolations.ts";
import { linksBetween } from "./links.ts";
import type { Group, Links, Service } from "./links.ts";

export interface Node extends Place {
  readonly name: string;
  readonly scopes: ReadonlySet<string>;
  /** Containers of other images that read it, or its file: what they make of the name is not known. */
  readonly foreign: readonly Service[];
  /** Its value is that of the same name around the tool, which is not in any file here. */
  readonly fromOutside?: true;
}

export interface EnvironmentGraph {
  readonly files: readonly GraphFile[];
  readonly links: Links;
  readonly nodes: ReadonlyMap<string, readonly Node[]>;
}

const NAME = /^[A-Za-z_]\w*$/;

export function environmentGraph(files: readonly GraphFile[]): EnvironmentGraph {
  const links = linksBetween(files);
  const nodes = new Map<string, Node[]>();
  const seen = new Set<string>();
  const add = (node: Node): void => {
    const key = keyOf(node);
    const known = nodes.get(node.name) ?? [];
    if (!NAME.test(node.name)) return;
    nodes.set(node.name, seen.has(key) ? known.map((one) => (keyOf(one) === key ? merged(one, node) : one)) : [...known, node]);
    seen.add(key);
  };
  const ours = new Set(links.services.filter(({ official }) => official));
  for (const { services, certain } of links.groups) if (certain) for (const one of services) ours.add(one);
  for (const group of links.groups) addReads(group, add);
  for (const file of links.envFiles) addEnvFile(file, links, ours, add);
  addContainers(files, links, ours, add);
  return { files, links, nodes };
}

/** The name that a cursor touches. */
export function nodeAt({ nodes }: EnvironmentGraph, path: string, offset: number): Node | undefined {
  const found = [...nodes.values()].flat().filter((node) => node.path === path && touches(node.around, offset));
  return found.find(({ role }) => role === "definition") ?? found[0];
}

/** All places of the variable, in the order of files and text. */
export function placesOf({ nodes }: EnvironmentGraph, start: Node): readonly Node[] {
  const all = nodes.get(start.name) ?? [];
  const found = new Set([start]);
  const scopes = new Set(start.scopes);
  // Grows while it is gone through.
  for (const scope of scopes) {
    for (const node of all) {
      if (!node.scopes.has(scope) || found.has(node)) continue;
      found.add(node);
      for (const other of node.scopes) scopes.add(other);
    }
  }
  return [...found].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.span.start - b.span.start));
}

type Add = (node: Node) => void;

function addReads(group: Group, add: Add): void {
  const scopes = new Set([scopeOf(group)]);
  for (const { path, text, file } of group.files) {
    for (const ref of file.envRefs) {
      add({ path, name: ref.name, role: "use", scopes, foreign: [], around: ref.span, span: namePlace(ref, text) });
    }
  }
}

/** The name inside `ENV_X` or `"X"`; all of it where the name does not stand there. */
function namePlace({ name, span }: EnvRef, text: string): Span {
  const at = text.slice(span.start, span.end).lastIndexOf(name);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + name.length };
}

function addEnvFile(file: EnvGraphFile, links: Links, ours: ReadonlySet<Service>, add: Add): void {
  const { path } = file;
  const given = links.services.filter(({ envFiles }) => envFiles.includes(file));
  const readers = given.filter((service) => ours.has(service));
  const scopes = new Set(readers.flatMap((service) => scopesOf(service, links)));
  const folder = folderOf(path);
  if (isComposeEnv(file, links)) scopes.add(composeScope(folder));
  if (given.length === 0) {
    // What nobody is known to read is for the configuration that it stands beside, unless another file is.
    for (const group of links.groups) {
      const isFed = group.certain && (isComposeEnv(file, links) || group.services.some(({ envFiles }) => envFiles.length > 0));
      if (!isFed && group.files.some((one) => folderOf(one.path) === folder)) scopes.add(scopeOf(group));
    }
  }
  if (scopes.size === 0) scopes.add(`file ${path}`);
  const foreign = given.filter((service) => !ours.has(service));
  for (const { name, nameSpan } of file.file.variables) {
    add({ path, name, role: "definition", scopes, foreign, span: nameSpan, around: nameSpan });
  }
  for (const { name, span } of interpolationsOf(file)) {
    add({ path, name, role: "use", scopes, foreign: [], span, around: span });
  }
}

function addContainers(files: readonly GraphFile[], links: Links, ours: ReadonlySet<Service>, add: Add): void {
  const given = new Map<string, Set<string>>();
  for (const file of links.envFiles) {
    if (!isComposeEnv(file, links)) continue;
    given.set(folderOf(file.path), new Set(file.file.variables.map(({ name }) => name)));
  }
  const taken = new Map(
    files.flatMap((file) => (file.kind === "container" ? [[file.path, interpolationsOf(file)] as const] : [])),
  );
  for (const [path, found] of taken) {
    const scope = composeScope(folderOf(path));
    for (const { name, span } of found) {
      // What the `.env` does not give comes from around Compose.
      const isGiven = given.get(folderOf(path))?.has(name) === true;
      const outside = isGiven ? {} : ({ fromOutside: true } as const);
      add({ path, name, role: "use", scopes: new Set([scope]), foreign: [], span, around: span, ...outside });
    }
  }
  for (const service of links.services) {
    const isOurs = ours.has(service);
    for (const { file, container } of service.parts) {
      const { path } = file;
      const isGiven = (name: string): boolean => given.get(folderOf(path))?.has(name) === true;
      const isCompose = file.file.form === "compose";
      for (const { name, nameSpan, span, valueSpan, readings } of container.variables.variables) {
        // A name alone stands for the variable around the tool.
        const isAlone = readings[0]?.value === undefined && valueSpan.start === valueSpan.end;
        const passes = isAlone || taken.get(path)?.some((one) => one.name === name && contains(span, one.span)) === true;
        const scopes = new Set(isOurs ? scopesOf(service, links) : [`container ${service.key}`]);
        if (isCompose && passes && (isOurs ? isGiven(name) : isAlone)) scopes.add(composeScope(folderOf(path)));
        const outside = isAlone && !(isCompose && isGiven(name)) ? ({ fromOutside: true } as const) : {};
        const foreign = isOurs ? [] : [service];
        add({ path, name, role: "definition", scopes, foreign, span: nameSpan, around: nameSpan, ...outside });
      }
    }
  }
}

/** Compose reads it for the compose files beside it. */
function isComposeEnv({ path }: EnvGraphFile, { composeFolders }: Links): boolean {
  return nameOf(path) === ".env" && composeFolders.has(folderOf(path));
}

/** Inside a container, and in the configurations that run there. */
function scopesOf(service: Service, { groups }: Links): readonly string[] {
  return [`container ${service.key}`, ...groups.filter(({ services }) => services.includes(service)).map(scopeOf)];
}

function scopeOf({ files }: Group): string {
  return `configuration ${files[0]?.path ?? ""}`;
}

function composeScope(folder: string): string {
  return `compose ${folder}`;
}

function keyOf({ path, span, role }: Place): string {
  return `${path} ${span.start} ${role}`;
}

/** Several containers may take one text from one place. */
function merged(a: Node, b: Node): Node {
  return { ...a, scopes: new Set([...a.scopes, ...b.scopes]), foreign: [...a.foreign, ...b.foreign] };
}
