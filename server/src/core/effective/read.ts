// Reading options out of an effective configuration the way Prosody does: a host's own, else the global one.

import type { ConfigValue, HostOptions } from "./types.ts";

export function optionOf(config: HostOptions, host: string, name: string): ConfigValue | undefined {
  return ownOption(config, host, name) ?? ownOption(config, "*", name);
}

/** What the section itself sets. */
export function ownOption(config: HostOptions, host: string, name: string): ConfigValue | undefined {
  const own = config[host];
  return own !== undefined && Object.hasOwn(own, name) ? own[name] : undefined;
}

/** The items of a list of texts; what has keys besides is read up to where its items end. */
export function itemsOf(value: ConfigValue | undefined): readonly string[] {
  if (value === undefined || typeof value !== "object") return [];
  const items: ConfigValue[] = [];
  const list: Readonly<Record<string, ConfigValue>> = isList(value) ? Object.fromEntries(Object.entries(value)) : value;
  for (let at = isList(value) ? 0 : 1; ; at++) {
    const item = list[String(at)];
    if (item === undefined) break;
    items.push(item);
  }
  return items.filter((item) => typeof item === "string");
}

export function isList(value: ConfigValue): value is readonly ConfigValue[] {
  return Array.isArray(value);
}
