// Configurations of servers that nobody reaches from outside, which are held to less.

import type { ConfigFile } from "../../../model/config.ts";
import { hostName } from "./sections.ts";

/** Names that nobody can reach from the internet. */
const LOCAL = /(?:^|\.)(?:localhost|local|test|invalid)$/;

/** All hosts have such names, and there are none elsewhere. */
export function isForTests({ sections, includes }: ConfigFile): boolean {
  const hosts = sections.filter((section) => section.kind === "host").map((section) => hostName(section) ?? "");
  return hosts.length > 0 && includes.length === 0 && hosts.every((name) => LOCAL.test(name));
}
