// Configurations of servers that nobody reaches from outside, which are held to less.

import type { ConfigFile } from "../../../model/config.ts";
import { hostName } from "../../../semantics/sections.ts";
import { disabling } from "./wholeFile.ts";

/** Names that nobody can reach from the internet: a single word, or below what is no domain there. */
const LOCAL = /^[\w-]+$|\.(?:localhost|local|test|invalid|localdomain|lan|internal|intranet|home|private|corp|home\.arpa)$/i;

/** All hosts that are not switched off have such names, and there are none elsewhere. */
export function isForTests(file: ConfigFile): boolean {
  const hosts = file.sections.filter((section) => section.kind === "host" && disabling(file, section) === undefined);
  return hosts.length > 0 && file.includes.length === 0 && hosts.every((section) => LOCAL.test(hostName(section) ?? ""));
}
