// Conversions as files to look at and keep: a configuration for an env file, an env file for a configuration. What is lost stands at the
// beginning of the file, as a comment.

import { sameValue } from "../effective/diff.ts";
import type { ConfigValue, HostOptions } from "../effective/types.ts";
import type { VariableAnswer } from "../generate/answers.ts";
import { envText } from "../generate/envText.ts";
import { imageVersionOf } from "../schema/version.ts";
import type { Schema } from "../schema/schema.ts";
import type { Json, Version } from "../schema/types.ts";
import { writeEnvValue } from "../syntax/env/write.ts";
import { imageFromConfig } from "./configToImage.ts";
import type { Difference } from "./configToImage.ts";
import { configFromImage } from "./imageToConfig.ts";

export interface ConvertedFile {
  /** A name to keep it under. */
  readonly name: string;
  readonly kind: "lua" | "env";
  readonly text: string;
  /** The same without the values of secrets, for a terminal. */
  readonly shown: string;
}

export type Conversion =
  | { readonly ok: true; readonly files: readonly ConvertedFile[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly reason: string };

export interface Variables {
  readonly variables: Readonly<Record<string, string>>;
  readonly version: Version;
  /** Of the container, for when no variable names a host. */
  readonly hostname: string;
}

/** What the image would do, as a configuration of one's own, and an env file with the secrets that it reads besides. */
export function envToConfig({ variables, version, hostname }: Variables): Conversion {
  const made = configFromImage({ version: imageVersionOf(version), variables, hostname });
  if (!made.ok) return made;
  const text = `${comment(made.notes, "--")}${made.text}`;
  const secrets = Object.keys(made.environment);
  const more = secrets.length === 0 ? [] : [envFile("component-secrets.env", made.environment, secrets, [])];
  return { ok: true, files: [{ name: "prosody.cfg.lua", kind: "lua", text, shown: text }, ...more], notes: made.notes };
}

/** The variables that make the image do the same, as far as there are any. */
export function configToEnv(config: HostOptions, schema: Schema): Conversion {
  const { variables, lost: differences, added: extra } = imageFromConfig(config, imageVersionOf(schema.version));
  // Whoever sets the default loses nothing.
  const lost = differences.filter(({ host, option }) => !isDefault(config[host]?.[option], schema.option(option)?.default));
  const added = extra.filter(({ host, option }) => !differences.some((one) => one.host === host && one.option === option));
  const { leftOut } = envText(answersOf(variables), WRITTEN_FOR);
  const differing = Object.keys(variables).filter((name) => !leftOut.includes(name) && isReadOtherwise(variables[name] ?? ""));
  const notes = [
    ...(lost.length === 0 ? [] : [`No variable of the image can express this: ${places(lost)}. Keep it in a file of conf.d.`]),
    ...(added.length === 0 ? [] : [`The image sets this on its own: ${places(added)}.`]),
    ...(leftOut.length === 0 ? [] : [`An env file cannot hold the value of ${leftOut.join(", ")}, which has a line break.`]),
    ...(differing.length === 0
      ? []
      : [
          `This is written for docker and podman. Compose reads ${differing.join(", ")} otherwise, unless it is told \`format: raw\`.`,
        ]),
  ];
  const secrets = Object.keys(variables).filter((name) => schema.variable(name)?.secret === true);
  return { ok: true, files: [envFile("prosody.env", variables, secrets, notes)], notes };
}

function envFile(
  name: string,
  variables: Readonly<Record<string, string>>,
  secrets: readonly string[],
  notes: readonly string[],
): ConvertedFile {
  const head = comment(notes, "#");
  const hidden = Object.fromEntries(
    Object.entries(variables).map(([each, value]) => [each, secrets.includes(each) ? "" : value]),
  );
  const written = (values: Readonly<Record<string, string>>): string => head + envText(answersOf(values), WRITTEN_FOR).text;
  return { name, kind: "env", text: written(variables), shown: written(hidden) };
}

/** Podman reads the same. */
const WRITTEN_FOR = "docker";

/** By Compose, unless it is told `format: raw`. */
function isReadOtherwise(value: string): boolean {
  return writeEnvValue(value, "compose") !== value;
}

function answersOf(variables: Readonly<Record<string, string>>): readonly VariableAnswer[] {
  return Object.entries(variables).map(([name, value]) => ({ name, value }));
}

function isDefault(value: ConfigValue | undefined, usual: Json | undefined): boolean {
  return usual !== undefined && usual !== null && sameValue(value, usual as ConfigValue);
}

function places(differences: readonly Difference[]): string {
  return differences
    .map(({ host, option }) => (host === "*" ? option : option === "defined" ? host : `${option} of ${host}`))
    .join(", ");
}

function comment(notes: readonly string[], sign: string): string {
  return notes.length === 0 ? "" : `${notes.map((note) => `${sign} ${note}\n`).join("")}\n`;
}
