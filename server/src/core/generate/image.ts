// The official container image: its name, its tags and the places inside it that a command line mounts something at.

import type { ImageVersion } from "../schema/version.ts";

export type Engine = "docker" | "podman";

export const IMAGE_PATHS = {
  /** Configuration of the image, and all that it refers to. */
  config: "/etc/prosody",
  configFile: "/etc/prosody/prosody.cfg.lua",
  /** Files included at the end of the image's own configuration. */
  extraConfig: "/etc/prosody/conf.d",
  certificates: "/etc/prosody/certs",
  data: "/var/lib/prosody",
} as const;

const REPOSITORY = "prosodyim/prosody";

/** podman gets the registry too: it does not have to know a short name. */
export function imageName(version: ImageVersion, engine: Engine): string {
  const name = `${REPOSITORY}:${version}`;
  return engine === "podman" ? `docker.io/${name}` : name;
}
