// What the official image makes of variables when it is given no configuration of its own.

import { hostname } from "node:os";
import { imageResult } from "../../core/effective/imageResult.ts";
import type { EffectiveResult } from "../../core/effective/types.ts";
import type { Version } from "../../core/schema/types.ts";
import { IMAGE_VERSIONS } from "../../core/schema/versions.ts";
import type { GivenEnvironment } from "./readEnvironment.ts";

export { IMAGE_VERSIONS };

const HOSTS = "PROSODY_VIRTUAL_HOSTS";

export function isImageVersion(version: Version): boolean {
  return IMAGE_VERSIONS.some((known) => known === version);
}

/** `standIn`: for the name of the container; without it, that of this machine. */
export function evaluateImage(version: Version, environment: GivenEnvironment, standIn = hostname()): EffectiveResult {
  return imageResult({ ...environment, version, hostname: standIn });
}

/** Something to know about the result where no variable names a host. */
export function noteOnHosts(environment: GivenEnvironment, standIn?: string): string | undefined {
  if (valueOf(HOSTS, environment) !== undefined) return undefined;
  const what = standIn === undefined ? "the name of this machine" : `${standIn}, as on the other side,`;
  return `without ${HOSTS} the only host is named like the container; ${what} stands in for it here`;
}

/** On each line of the env file, the variable that begins there. */
export function variablesByLine({ env, lines }: GivenEnvironment): ReadonlyMap<number, string> {
  return new Map(env.variables.map(({ name, nameSpan }) => [lines.at(nameSpan.start).line + 1, name]));
}

function valueOf(name: string, { variables }: GivenEnvironment): string | undefined {
  return Object.hasOwn(variables, name) ? variables[name] : undefined;
}
