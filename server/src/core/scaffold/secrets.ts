// Where new secrets go: never into the configuration. Since 13.0 it can read a file; before that, and in containers, the environment.

import type { Version } from "../schema/types.ts";
import { compareVersions } from "../schema/version.ts";

export interface SecretPlace {
  /** Lua source that reads it. */
  readonly lua: string;
  /** A file that holds nothing else, from the folder of the configuration on. */
  readonly file?: { readonly path: string; readonly text: string };
  readonly variable?: { readonly name: string; readonly value: string };
}

export type SecretStyle = "file" | "environment";

export interface SecretMaker {
  /** From a secure random source: at least 128 bits, of letters and digits. */
  readonly random: () => string;
  readonly style: SecretStyle;
}

/** The way that the version offers. */
export function secretStyle(version: Version, container: boolean): SecretStyle {
  return !container && compareVersions(version, "13.0") >= 0 ? "file" : "environment";
}

/** `name` in a few words: `turn`, `gateway.example.org`. */
export function placeSecret(name: string, { random, style }: SecretMaker): SecretPlace {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const value = random();
  if (style === "file") {
    const path = `secrets/${plain}`;
    return { lua: `FileLine ${JSON.stringify(path)}`, file: { path, text: `${value}\n` } };
  }
  const variable = `${plain.replaceAll("-", "_").toUpperCase()}_SECRET`;
  return { lua: `ENV_${variable}`, variable: { name: variable, value } };
}
