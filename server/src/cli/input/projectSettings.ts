// What .prosody-config.json says to the commands that check nothing: the version of the server, and the tool that reads an env file.
// The nearest file counts, as for `check`; what the command line says counts more.

import { statSync } from "node:fs";
import { join } from "node:path";
import type { EnvDialectChoice } from "../../core/model/envFile.ts";
import type { Version } from "../../core/schema/types.ts";
import type { FileSettings } from "../../workspace/settings.ts";
import { openWorkspace } from "../openWorkspace.ts";
import { printNote } from "../print/output.ts";
import { toAddress } from "./paths.ts";

const told = new Set<string>();

/** `place`: the file or folder in question; without one, the current folder. */
export async function versionFor(asked: Version | undefined, place: string | undefined): Promise<Version> {
  return asked ?? (await settingsFor(place)).version.version;
}

export async function dialectFor(asked: EnvDialectChoice | undefined, place: string | undefined): Promise<EnvDialectChoice> {
  return asked ?? (await settingsFor(place)).dialect;
}

async function settingsFor(place = "."): Promise<FileSettings> {
  const file = isFolder(place) ? join(place, "any") : place;
  const { workspace, problems } = openWorkspace({}, { files: [file] });
  const { settings } = await workspace.surroundings(toAddress(file));
  for (const { path, reason } of problems()) {
    const note = `${path} ${reason}${reason.endsWith("?") ? "" : "."}`;
    if (!told.has(note)) printNote(note);
    told.add(note);
  }
  return settings;
}

/** What cannot be looked at is told by whoever reads it. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
