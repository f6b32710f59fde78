// What the official image makes of variables when it is given no configuration of its own.

import { hostname } from "node:os";
import { imageResult } from "../../core/effective/imageResult.ts";
import type { EffectiveResult } from "../../core/effective/types.ts";
import type { Version } from "../../core/schema/types.ts";
import type { ImageVersion } from "../../core/schema/version.ts";
import type { GivenEnvironment } from "./readEnvironment.ts";

export const IMAGE_VERSIONS: readonly ImageVersion[] = ["0.12", "13.0", "trunk"];

const HOSTS = "PROSODY_VIRTUAL_HOSTS";
const EXTRA = "PROSODY_EXTRA_CONFIG";

export function isImageVersion(version: Version): boolean {
  return IMAGE_VERSIONS.some((known) => known === version);
}

export function evaluateImage(version: Version, environment: GivenEnvironment): EffectiveResult {
  // What else would be included is not read here.
  if (valueOf(EXTRA, environment) === "")
    return refused(`${EXTRA} is empty, and Prosody stops where it cannot read it.`, EXTRA, environment);
  const result = imageResult({ ...environment, version, hostname: hostname() });
  if (result.status === "ok" && Object.keys(result.config).every((host) => host === "*"))
    return refused(`${HOSTS} names no host, and Prosody stops when it has none.`, HOSTS, environment);
  return result;
}

/** Something to know about the result where no variable names a host. */
export function noteOnHosts(environment: GivenEnvironment): string | undefined {
  if (valueOf(HOSTS, environment) !== undefined) return undefined;
  return `without ${HOSTS} the only host is named like the container; the name of this machine stands in for it here`;
}

/** On each line of the env file, the variable that begins there. */
export function variablesByLine({ env, lines }: GivenEnvironment): ReadonlyMap<number, string> {
  return new Map(env.variables.map(({ name, nameSpan }) => [lines.at(nameSpan.start).line + 1, name]));
}

function valueOf(name: string, { variables }: GivenEnvironment): string | undefined {
  return Object.hasOwn(variables, name) ? variables[name] : undefined;
}

function refused(message: string, name: string, { env, lines, path }: GivenEnvironment): EffectiveResult {
  const variable = env.variables.findLast((each) => each.name === name);
  const line = lines.at(variable?.nameSpan.start ?? 0).line + 1;
  return { status: "error", error: { kind: "runtime", message, file: path, line }, warnings: [], files: [path] };
}
