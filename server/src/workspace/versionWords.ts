// Why a file is checked for its version of Prosody, as people read it.

import { pathOf } from "./address.ts";
import type { VersionInForce } from "./settings.ts";

/** `label`: a file as people name it. */
export function versionReason({ because, address, image = "" }: VersionInForce, label: (address: string) => string): string {
  switch (because) {
    case "argument":
      return "--prosody-version";
    case "setting":
      return "setting prosody.version";
    case "project":
      return `from ${label(address ?? "")}`;
    case "image":
      return `image ${image} in ${label(address ?? "")}`;
    case "installed":
      return `installed on this machine: ${pathOf(address ?? "")}`;
    case "assumed":
      return "assumed";
  }
}
