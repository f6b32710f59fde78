// What a file is checked under, and why: what the command line or the user's setting says, what the project's file says, and what holds
// where nobody says anything. What the files around tell of the version then is found by `workspace.ts`.

import type { EnvDialectChoice } from "../core/model/envFile.ts";
import type { RuleSettings } from "../core/rules/check.ts";
import { CURRENT_VERSION } from "../core/schema/versions.ts";
import type { Version, VersionSource } from "../core/schema/versions.ts";
import { resolveIn } from "./address.ts";
import { isIgnoredBy } from "./config.ts";
import type { FoundConfig } from "./config.ts";

/** Where own modules and options are declared, from the workspace folder on, unless somebody says otherwise. */
export const DECLARATIONS = "prosody-schema.json";

/** A file that declares modules and options, and the folders in which it has to lie. */
export interface Declaration {
  readonly address: string;
  readonly within: readonly string[];
}

export interface Chosen {
  readonly version?: Version | undefined;
  readonly dialect?: EnvDialectChoice | undefined;
  readonly severities?: RuleSettings;
  readonly declarations?: readonly Declaration[] | undefined;
}

/** What whoever runs the workspace says of a file: what counts more than the project's file, and what counts less. */
export interface HostChoice {
  readonly over: Chosen;
  readonly under: Chosen;
  /** What it is called there. */
  readonly because: "argument" | "setting";
}

export interface VersionInForce {
  readonly version: Version;
  readonly because: VersionSource;
  /** Of the file that says so. */
  readonly address?: string;
  /** With its tag. */
  readonly image?: string;
}

export interface FileSettings {
  readonly version: VersionInForce;
  readonly dialect: EnvDialectChoice;
  readonly severities: RuleSettings;
  readonly declarations: readonly Declaration[];
  /** The project does not want the file checked. */
  readonly ignored: boolean;
}

export function settingsFor(
  address: string,
  { over, under, because }: HostChoice,
  found: FoundConfig | undefined,
  root: string | undefined,
): FileSettings {
  const config = found?.config;
  const declared = found?.config.schema?.map((path) => declarationIn(found.folder, path));
  const usual = root === undefined ? [] : [declarationIn(root, DECLARATIONS)];
  return {
    version: versionIn(over, because) ?? projectVersion(found) ?? versionIn(under, because) ?? ASSUMED,
    dialect: over.dialect ?? config?.dialect ?? under.dialect ?? "auto",
    severities: { ...under.severities, ...config?.rules, ...over.severities },
    declarations: over.declarations ?? declared ?? under.declarations ?? usual,
    ignored: found !== undefined && isIgnoredBy(found, address),
  };
}

/** Files of the project cannot name what lies elsewhere. */
export function declarationIn(folder: string, path: string): Declaration {
  return { address: resolveIn(folder, path), within: [folder] };
}

const ASSUMED: VersionInForce = { version: CURRENT_VERSION, because: "assumed" };

function versionIn({ version }: Chosen, because: HostChoice["because"]): VersionInForce | undefined {
  return version === undefined ? undefined : { version, because };
}

function projectVersion(found: FoundConfig | undefined): VersionInForce | undefined {
  const version = found?.config.version;
  return found === undefined || version === undefined ? undefined : { version, because: "project", address: found.address };
}
