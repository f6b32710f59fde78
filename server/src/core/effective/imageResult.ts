// The effective configuration of the official image for an env file, in the form of an evaluated one: what a variable decides comes
// from that variable's line.

import type { EnvFile } from "../model/envFile.ts";
import type { Version } from "../schema/types.ts";
import { compareVersions, imageVersionOf } from "../schema/version.ts";
import type { LineIndex } from "../text/lineIndex.ts";
import { environmentOf, refusedResult } from "./environment.ts";
import { imageConfig } from "./image.ts";
import type { EffectiveResult, EffectiveWarning, HostOptions, Origin, WarningCode } from "./types.ts";

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
  const warnings = ownWarnings(result.config, variables, version).map(({ code, message, because }): EffectiveWarning => {
    const [place = { file: path, line: 1 }] = places([because]);
    return { code, message, ...place };
  });
  return { status: "ok", warnings, config: result.config, origins, files: [path] };
}

interface OwnWarning {
  readonly code: WarningCode;
  readonly message: string;
  /** The variable that brings it about. */
  readonly because: string;
}

/** What Prosody says in its log of the image's own configuration. */
function ownWarnings(config: HostOptions, variables: Readonly<Record<string, string>>, version: Version): readonly OwnWarning[] {
  const found: OwnWarning[] = [];
  const shares = Object.values(config).some((options) => options["component_module"] === "http_file_share");
  if (shares && compareVersions(version, "13.0") >= 0) {
    const message =
      "With a file upload component Prosody warns in its log that the image calls tonumber without `Lua.`. That does no harm.";
    found.push({ code: "lua-name", message, because: "PROSODY_COMPONENTS" });
  }
  const given = (name: string): boolean => Object.hasOwn(variables, name);
  if (given("PROSODY_TURN_SECRET") && !given("PROSODY_TURN_HOST") && Object.hasOwn(config["*"] ?? {}, "turn_external_host")) {
    const message =
      "The image sets turn_external_host twice, of which Prosody warns in its log. That does no harm; with PROSODY_TURN_HOST it ends.";
    found.push({ code: "duplicate-option", message, because: "PROSODY_TURN_SECRET" });
  }
  return found;
}
