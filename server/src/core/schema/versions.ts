// The versions of Prosody that there is knowledge of. What else lists them is made from this.

/** Oldest first. `13.0` means its newest point release. */
export const VERSIONS = ["0.11", "0.12", "13.0", "trunk"] as const;

export type Version = (typeof VERSIONS)[number];

/** The newest release: what is assumed of a server that nobody described. */
export const CURRENT_VERSION = "13.0" satisfies Version;

/** `auto`: what the files around a configuration tell, else the newest release is assumed. */
export const VERSION_CHOICES = ["auto", ...VERSIONS] as const;

export type VersionChoice = (typeof VERSION_CHOICES)[number];

/** Why a file is for a version. `image`: of the container that it is given to; `installed`: the server of this machine has it. */
export type VersionSource = "argument" | "setting" | "project" | "image" | "installed" | "assumed";

/** Versions that there is an official container image of: all but the first. */
export const [, ...IMAGE_VERSIONS] = VERSIONS;

export type ImageVersion = (typeof IMAGE_VERSIONS)[number];
