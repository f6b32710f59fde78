// Comparing versions of Prosody and asking what a range covers.

import type { Deprecation, VersionRange } from "./types.ts";
import { IMAGE_VERSIONS, VERSIONS } from "./versions.ts";
import type { ImageVersion, Version } from "./versions.ts";

export type { ImageVersion } from "./versions.ts";

/** Negative, zero or positive, as `a` is older than, equal to or newer than `b`. */
export function compareVersions(a: Version, b: Version): number {
  return VERSIONS.indexOf(a) - VERSIONS.indexOf(b);
}

export type Availability = "now" | "later" | "gone";

/** Whether a thing exists in a version, came later, or was gone by then. */
export function availability(range: VersionRange, version: Version): Availability {
  if (range.since !== undefined && compareVersions(version, range.since) < 0) return "later";
  if (range.removed !== undefined && compareVersions(version, range.removed) >= 0) return "gone";
  return "now";
}

type Since = Pick<Deprecation, "since">;

/** Whether a thing should no longer be used in a version; before that it was as good as any. */
export function isDeprecated(thing: { readonly deprecated?: Since } | undefined, version: Version): boolean {
  return thing?.deprecated !== undefined && compareVersions(version, thing.deprecated.since) >= 0;
}

/** It was so in the oldest version already. */
export function isAlwaysDeprecated(thing: { readonly deprecated?: Since } | undefined): boolean {
  return isDeprecated(thing, VERSIONS[0]);
}

/** Whether something that may be "always" or a range holds in a version. */
export function holdsIn(range: VersionRange | true | undefined, version: Version): boolean {
  if (range === undefined) return false;
  return range === true || availability(range, version) === "now";
}

/** The image to take for a version: the oldest one, where there is none that old. */
export function imageVersionOf(version: Version): ImageVersion {
  return IMAGE_VERSIONS.find((known) => known === version) ?? IMAGE_VERSIONS[0];
}
