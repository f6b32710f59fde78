// How messages name things: code, versions, sections, lists. One place, so that the rules speak with one voice.

import type { Section } from "../../../model/config.ts";
import type { Value } from "../../../model/value.ts";
import type { Version } from "../../../schema/types.ts";

export function code(text: string): string {
  return `\`${text}\``;
}

export function prosody(version: Version): string {
  return `Prosody ${version}`;
}

/** "in the global section", "in this `VirtualHost`". */
export function inSection(section: Section): string {
  if (section.kind === "global") return "in the global section";
  return section.kind === "host" ? "under this `VirtualHost`" : "under this `Component`";
}

export function didYouMean(suggestion: string): string {
  return `Did you mean ${code(suggestion)}?`;
}

/** The form of a value, without the value: it may be a secret. */
export function kindOfValue(value: Value): string {
  switch (value.kind) {
    case "string":
      return "a text";
    case "number":
      return "a number";
    case "boolean":
      return code(String(value.value));
    case "table":
      return value.entries.some((entry) => entry.key !== undefined) ? "a table with keys" : "a list";
    default:
      return "something else";
  }
}

/** At most `most` of the words, as code. */
export function someOf(words: readonly string[], most = 10): string {
  const shown = words.slice(0, most).map(code).join(", ");
  return words.length > most ? `${shown}, …` : shown;
}
