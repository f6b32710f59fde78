// Which sections are the same to Prosody: those of one host, wherever they stand in the file.

import type { Section } from "../model/config.ts";

/** The host's name as Prosody compares it, if it is a plain text. */
export function hostName({ host }: Section): string | undefined {
  return host;
}

/** Equal for sections that go on with each other. One whose name is computed is equal to itself alone. */
export function sectionKey(section: Section): string {
  if (section.kind === "global") return "*";
  return section.host ?? `#${section.header.start}`;
}
