// The official container image: its name and its tags.

import type { ImageVersion } from "../schema/version.ts";

const REPOSITORY = "prosodyim/prosody";

/** As docker knows it; the tag is that of a version unless given. */
export function officialImage(version: ImageVersion, tag: string = version): string {
  return `${REPOSITORY}:${tag}`;
}

/** podman, and what pulls by other means, gets the registry too: it does not have to know a short name. */
export function withRegistry(image: string): string {
  const [first = "", ...more] = image.split("/");
  if (more.length > 0 && (/[.:]/.test(first) || first === "localhost")) return image;
  return `docker.io/${more.length === 0 ? `library/${image}` : image}`;
}

/** The name as docker knows it: what `withRegistry` made of one. */
export function withoutRegistry(image: string): string {
  return image.replace(/^docker\.io\/(?:library\/(?=[^/]+$))?/, "");
}

/** Without registry, tag and digest. */
export function repositoryOf(image: string): string {
  return withoutRegistry(image)
    .replace(/@[^]*/, "")
    .replace(/:[^/:]*$/, "");
}

export function isOfficialImage(image: string): boolean {
  return repositoryOf(image) === REPOSITORY;
}
