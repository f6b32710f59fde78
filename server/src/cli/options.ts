// Options that several commands take.

import { InvalidArgumentError, Option } from "commander";
import { VERSIONS } from "../core/schema/types.ts";
import type { Version } from "../core/schema/types.ts";

/** What is assumed of a server that nobody described. */
export const CURRENT_VERSION: Version = "13.0";

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
