// The effective configuration of the official image for an env file, in the form of an evaluated one: what a variable decides comes
// from that variable's line.

import type { EnvFile } from "../model/envFile.ts";
import type { Version } from "../schema/types.ts";
import { imageVersionOf } from "../schema/version.ts";
import type { LineIndex } from "../text/lineIndex.ts";
import { environmentOf, refusedResult } from "./environment.ts";
import { imageConfig } from "./image.ts";
import type { EffectiveResult, Origin } from "./types.ts";

export interface ImageSubject {
  readonly env: EnvFile;
  readonly lines: LineIndex;
  /** Path of the env file. */
  readonly path: string;
  readonly version: Version;
  /** The name that the container has when nobody gives it one. */
  readonly hostname: string;
}

const HOSTS = "PROSODY_VIRTUAL_HOSTS";
const EXTRA = "PROSODY_EXTRA_CONFIG";

export function imageResult({ env, lines, path, version, hostname }: ImageSubject): EffectiveResult {
  const unread = refusedResult(env, lines, path);
  if (unread !== undefined) return unread;
  const { variables } = environmentOf(env);
  const lineOf = new Map(env.variables.map(({ name, nameSpan }) => [name, lines.at(nameSpan.start).line + 1]));
  const places = (names: readonly string[]): readonly Origin[] =>
    names.flatMap((name) => (lineOf.has(name) ? [{ file: path, line: lineOf.get(name) ?? 1 }] : []));
  const refused = (message: string, names: readonly string[]): EffectiveResult => {
    const [place = { file: path, line: 1 }] = places(names);
    return { status: "error", error: { kind: "runtime", message, ...place }, warnings: [], files: [path] };
  };
  // What else would be included is not read here.
  if (variables[EXTRA] === "") return refused(`${EXTRA} is empty, and Prosody stops where it cannot read it.`, [EXTRA]);
  const result = imageConfig({ version: imageVersionOf(version), variables, hostname });
  if (result.status === "error") return refused(result.error.message, result.error.variables);
  if (Object.keys(result.config).every((host) => host === "*")) {
    return refused(`${HOSTS} names no host, and Prosody stops when it has none.`, [HOSTS]);
  }
  const origins: Record<string, Record<string, Origin>> = {};
  for (const [host, options] of Object.entries(result.causes)) {
    for (const [option, names] of Object.entries(options)) {
      const [first, ...more] = places(names);
      if (first === undefined) continue;
      (origins[host] ??= {})[option] = more.length === 0 ? first : { ...first, appended: more };
    }
  }
  return { status: "ok", warnings: [], config: result.config, origins, files: [path] };
}
