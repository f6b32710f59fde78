// The official container image: its name, its tags and the places inside it that something is mounted at.

import type { ImageVersion } from "../schema/version.ts";

export const IMAGE_PATHS = {
  /** Configuration of the image, and all that it refers to. */
  config: "/etc/prosody",
  configFile: "/etc/prosody/prosody.cfg.lua",
  /** Files included at the end of the image's own configuration. */
  extraConfig: "/etc/prosody/conf.d",
  certificates: "/etc/prosody/certs",
  /** Community modules and one's own. */
  modules: "/etc/prosody/modules",
  data: "/var/lib/prosody",
} as const;

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
    .replace(/@.*$/, "")
    .replace(/:[^/:]*$/, "");
}

export function isOfficialImage(image: string): boolean {
  return repositoryOf(image) === REPOSITORY;
}
