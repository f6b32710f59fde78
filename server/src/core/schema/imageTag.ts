// The version of Prosody that an image's tag names.

import { VERSIONS } from "./types.ts";
import type { Version } from "./types.ts";

/** Undefined: the tag names none, or one that we know nothing of. */
export function versionOfTag(tag: string | undefined): Version | undefined {
  if (tag === undefined) return undefined;
  return VERSIONS.find((version) => tag === version || tag.startsWith(`${version}.`) || tag.startsWith(`${version}-`));
}
