// What .prosody-config.json says to the commands that check nothing: the version of the server, and the tool that reads an env file.
// The nearest file counts, as for `check`; what the command line says counts more.

import { statSync } from "node:fs";
import { join } from "node:path";
import type { EnvDialectChoice } from "../../core/model/envFile.ts";
import type { Version } from "../../core/schema/types.ts";
import { CURRENT_VERSION } from "../options.ts";
import { printNote } from "../print/output.ts";
import { ConfigSearch } from "./projectConfig.ts";

/** Each file is read once in a run. */
const SEARCH = new ConfigSearch(true);
const told = new Set<string>();

/** `place`: the file or folder in question; without one, the current folder. */
export async function versionFor(asked: Version | undefined, place: string | undefined): Promise<Version> {
  return asked ?? (await settingsFor(place))?.version ?? CURRENT_VERSION;
}

export async function dialectFor(asked: EnvDialectChoice | undefined, place: string | undefined): Promise<EnvDialectChoice> {
  return asked ?? (await settingsFor(place))?.dialect ?? "auto";
}

interface Settings {
  readonly version?: Version;
  readonly dialect?: EnvDialectChoice;
}

async function settingsFor(place = "."): Promise<Settings | undefined> {
  const found = await SEARCH.of(isFolder(place) ? join(place, "any") : place);
  for (const { path, reason } of SEARCH.problems) {
    const note = `${path} ${reason}${reason.endsWith("?") ? "" : "."}`;
    if (!told.has(note)) printNote(note);
    told.add(note);
  }
  return found?.config;
}

/** What cannot be looked at is told by whoever reads it. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
