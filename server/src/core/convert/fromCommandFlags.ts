// The flags of `docker run` and `podman run` at the beginning of a line's words, by their long names.

import { isSwitch, readOptions } from "../syntax/containers/runOptions.ts";

const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ["net", "network"],
  ["net-alias", "network-alias"],
  ["dns-opt", "dns-option"],
]);

export interface Flag {
  /** The long name. */
  readonly name: string;
  /** Absent: a switch that is on. */
  readonly value?: string;
}

export interface ReadFlags {
  readonly flags: readonly Flag[];
  /** The image and what stands after it. */
  readonly rest: readonly string[];
}

export function readFlags(words: readonly string[]): ReadFlags {
  const flags: Flag[] = [];
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? "";
    if (!word.startsWith("-") || word === "-") break;
    at++;
    if (word === "--") break;
    for (const option of readOptions(word)) {
      const name = option.name.length === 1 ? `-${option.name}` : `--${OTHER_NAMES.get(option.name) ?? option.name}`;
      const value = option.value === undefined ? undefined : word.slice(option.value);
      if (!isSwitch(option.name)) flags.push({ name, value: value ?? words[at++] ?? "" });
      // `--rm=false` is as if it were not there.
      else if (value === undefined || value === "true" || value === "1") flags.push({ name });
    }
  }
  return { flags, rest: words.slice(at) };
}
