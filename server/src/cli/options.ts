// Options that several commands take.

import { InvalidArgumentError, Option } from "commander";
import { VERSIONS } from "../core/schema/types.ts";
import type { Version } from "../core/schema/types.ts";
import { CURRENT_VERSION } from "../workspace/settings.ts";

export { CURRENT_VERSION };

const DEFAULT_VERSION = `(default: the one in .prosody-config.json, else ${CURRENT_VERSION})`;

/** For commands that look into .prosody-config.json, so that nothing may be there when nothing was said. */
export function projectVersionOption(description: string, versions?: readonly Version[]): Option {
  return prosodyVersionOption(`${description} ${DEFAULT_VERSION}`, versions);
}

export function projectDialectOption(description: string): Option {
  return new Option("--env-dialect <TOOL>", `${description} (default: the one in .prosody-config.json, else auto)`).choices([
    "auto",
    "docker",
    "compose",
    "podman",
  ]);
}

export function prosodyVersionOption(description: string, versions: readonly Version[] = VERSIONS): Option {
  // The choices are for the help; the parser takes a little more.
  return new Option("--prosody-version <VERSION>", description).choices(versions).argParser((text) => {
    const found = versions.find((version) => text === version || isPointRelease(text, version));
    if (found === undefined) throw new InvalidArgumentError(`Allowed choices are ${versions.join(", ")}.`);
    return found;
  });
}

/** People know their server as 0.12.4; what we know is the same for all of 0.12. */
function isPointRelease(text: string, version: Version): boolean {
  return version !== "trunk" && text.startsWith(`${version}.`) && /^\d+$/.test(text.slice(version.length + 1));
}
