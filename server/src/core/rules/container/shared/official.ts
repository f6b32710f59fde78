// Containers of the official image: which version they run, whose configuration, and whether they run the server at all.

import { isHere } from "../../../text/span.ts";
import type { Span } from "../../../text/span.ts";
import { isOfficial } from "../../../model/container.ts";
import type { Container, ContainerFile, ContainerImage, ContainerMount, ContainerVariable } from "../../../model/container.ts";
import { IMAGE_PATHS } from "../../../schema/imagePaths.ts";
import { versionOfTag } from "../../../schema/imageTag.ts";
import type { Schema } from "../../../schema/schema.ts";

export interface OfficialContainer extends Container {
  readonly image: ContainerImage;
}

export function officialContainers({ containers }: ContainerFile): readonly OfficialContainer[] {
  return containers.flatMap((container) => {
    const { image } = container;
    return image !== undefined && isOfficial(container) ? [{ ...container, image }] : [];
  });
}

/** Whose configuration Prosody reads. */
export type Configuration =
  | "image" // that of the image, and nothing else
  | "extended" // that of the image, and files beside it
  | "own" // another one in its place
  | "unknown";

export function configurationOf(container: Container): Configuration {
  if (container.mounts.some(replacesConfig)) return "own";
  const { command, ownEntrypoint, mounts } = container;
  if (ownEntrypoint || command?.some(({ text }) => text.startsWith("--config")) === true) return "unknown";
  if (variable(container, "PROSODY_CONFIG") !== undefined) return "unknown";
  // An engine fills an empty volume with what the image has there, and then leaves it as it is.
  if (mounts.some(({ target }) => covers(target, IMAGE_PATHS.config))) return "unknown";
  const isExtended = mounts.some(({ target }) => covers(IMAGE_PATHS.config, target) && !isHarmless(target));
  return isExtended || variable(container, "PROSODY_EXTRA_CONFIG") !== undefined ? "extended" : "image";
}

/** Puts another file in the place of the image's configuration. */
export function replacesConfig({ kind, target, source = "" }: ContainerMount): boolean {
  if (target === IMAGE_PATHS.configFile) return true;
  // What a folder is copied from may hold anything; a single file is told by its name.
  if (kind === "copy") return target === IMAGE_PATHS.config && !/[^/]\.[a-z]+$/.test(source);
  return kind !== "volume" && covers(target, IMAGE_PATHS.config);
}

function isHarmless(target: string): boolean {
  return covers(IMAGE_PATHS.certificates, target) || covers(IMAGE_PATHS.modules, target);
}

/** The one is the other, or a folder above it. */
export function covers(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder === "/" ? "/" : `${folder}/`);
}

/** Starts the server, and not one command of prosodyctl. */
export function isServer({ command, ownEntrypoint }: Container): boolean {
  return !ownEntrypoint && (command === undefined || command[0]?.text === "prosody");
}

/** Made before the image read variables. */
export function isTooOld({ tag }: ContainerImage): boolean {
  return tag !== undefined && /^0\.(?:\d|1[01])(?:\.|-|$)/.test(tag);
}

export function schemaOf({ image }: OfficialContainer, schema: Schema): Schema {
  const version = versionOfTag(image.tag);
  return version === undefined ? schema : schema.forVersion(version);
}

/** The one that counts. */
export function variable({ variables }: Container, name: string): ContainerVariable | undefined {
  return variables.variables.findLast((one) => one.name === name);
}

/** Undefined: not given, or not known. */
export function valueOf(container: Container, name: string): string | undefined {
  return variable(container, name)?.readings[0]?.value;
}

/** Where to point when the container as a whole is spoken of: its name, or its image. The file that names the image tells it. */
export function headOf({ name, image }: OfficialContainer): Span {
  return isHere(image.span) ? (name?.verbatim ?? image.span) : image.span;
}
