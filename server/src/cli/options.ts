// Options that several commands take.

import { InvalidArgumentError, Option } from "commander";
import { ENGINES } from "../core/generate/engines.ts";
import { CURRENT_VERSION, VERSIONS } from "../core/schema/versions.ts";
import type { Version } from "../core/schema/versions.ts";
import { ENV_DIALECT_CHOICES } from "../core/syntax/env/dialects.ts";

export { CURRENT_VERSION };

const DEFAULT_VERSION = `(default: by .prosody-config.json, image or installed server; else ${CURRENT_VERSION})`;

/** For commands that look into .prosody-config.json, so that nothing may be there when nothing was said. */
export function projectVersionOption(description: string, versions?: readonly Version[]): Option {
  return prosodyVersionOption(`${description} ${DEFAULT_VERSION}`, versions);
}

export function projectDialectOption(description: string): Option {
  return new Option("--env-dialect <TOOL>", `${description} (default: the one in .prosody-config.json, else auto)`).choices(
    ENV_DIALECT_CHOICES,
  );
}

export function engineOption(): Option {
  return new Option("--engine <PROGRAM>", "the program that runs containers").choices(ENGINES).default(ENGINES[0]);
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
