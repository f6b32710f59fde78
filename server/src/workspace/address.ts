// Addresses of files (URIs). Editors write one address in several ways; the workspace knows each file by its normal one.

import { URI } from "vscode-uri";

export function normal(address: string): string {
  return URI.parse(address).toString();
}

/** Absolute, with `/` between its parts. */
export function pathOf(address: string): string {
  // The top of a virtual workspace may be written without one.
  return URI.parse(address).path || "/";
}

/** The file at a path of the same machine as another one. */
export function addressAt(path: string, near: string): string {
  return URI.parse(near).with({ path }).toString();
}

export function folderOf(address: string): string {
  const { path } = URI.parse(address);
  return addressAt(path.slice(0, path.lastIndexOf("/")) || "/", address);
}

/** Nothing is above it, or what is above it is out of reach. */
export function isTop(folder: string, highest: string): boolean {
  const { length } = pathOf(folder);
  return length <= 1 || length <= pathOf(highest).length;
}

export function inFolder(folder: string, name: string): string {
  return addressAt(`${pathOf(folder).replace(/\/$/, "")}/${name}`, folder);
}

export function nameOf(address: string): string {
  const path = decoded(address);
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Not the folder itself. */
export function isBelow(address: string, folder: string): boolean {
  return decoded(address).startsWith(`${decoded(folder).replace(/\/$/, "")}/`);
}

/** The path from the folder on; undefined: it leads out of it. */
export function resolveIn(folder: string, path: string): string {
  const escaped = path.replace(/[%?#]/g, encodeURIComponent).replace(/\\/g, "/");
  return normal(new URL(escaped.replace(/^\/+/, ""), folder.endsWith("/") ? folder : `${folder}/`).href);
}

/** A file as people name it: from its folder on, or by its last name. */
export function labelOf(address: string, folder: string | undefined): string {
  if (folder === undefined || !isBelow(address, folder)) return nameOf(address);
  return decoded(address).slice(decoded(folder).replace(/\/$/, "").length + 1);
}

/** As people read it; as it is, where its escapes are wrong. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
