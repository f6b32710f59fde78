// Puts a configuration and its origins, as they come out of Lua's unordered tables, in the order in which things were set.

import type { ConfigValue, HostOptions, HostOrigins, Origin, Place } from "../core/effective/types.ts";

export type RawOrigins = Readonly<
  Record<string, Readonly<Record<string, Place & { order: number; appended: readonly Place[] }>>>
>;

/** Hosts and options in the order in which they were set, the global section first. */
export function ordered(
  hosts: Map<string, Map<string, ConfigValue | undefined>>,
  raw: RawOrigins,
): { readonly config: HostOptions; readonly origins: HostOrigins } {
  const orderOf = (host: string, option: string): number => raw[host]?.[option]?.order ?? Infinity;
  const first = (host: string): number =>
    host === "*" ? -1 : Math.min(...[...(hosts.get(host)?.keys() ?? [])].map((option) => orderOf(host, option)));
  const names = [...hosts.keys()].sort((a, b) => first(a) - first(b));
  const config: Record<string, HostOptions[string]> = {};
  const origins: Record<string, HostOrigins[string]> = {};
  const entriesOf = (host: string): [string, ConfigValue | undefined][] =>
    [...(hosts.get(host) ?? [])].sort(([a], [b]) => orderOf(host, a) - orderOf(host, b));
  for (const host of names) {
    const entries = entriesOf(host);
    own(config, host, Object.fromEntries(entries.map(([option, value]) => [option, value ?? ""])));
    own(
      origins,
      host,
      Object.fromEntries(
        entries.flatMap(([option]): [string, Origin][] => {
          const origin = raw[host]?.[option];
          if (origin === undefined) return [];
          const { file, line, appended } = origin;
          return [[option, appended.length === 0 ? { file, line } : { file, line, appended }]];
        }),
      ),
    );
  }
  return { config, origins };
}

/** Also for names like `__proto__`. */
function own<T>(target: Record<string, T>, name: string, value: T): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}
