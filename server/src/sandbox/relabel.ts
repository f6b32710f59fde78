// The same result with other names for its files: evaluations use full paths, people their own.

import type { EffectiveResult, HostOrigins, Origin, Place } from "../core/effective/types.ts";

/** Paths that begin with `from` begin with `to` instead. */
export function relabel(result: EffectiveResult, from: string, to: string): EffectiveResult {
  const path = (file: string): string => (file.startsWith(from) ? to + file.slice(from.length) : file);
  const place = <T extends Place>(at: T): T => ({ ...at, file: path(at.file) });
  const text = (message: string): string => message.replaceAll(from, to);
  const warnings = result.warnings.map((warning) => ({ ...place(warning), message: text(warning.message) }));
  const files = result.files.map(path);
  if (result.status === "error")
    return { status: "error", error: { ...place(result.error), message: text(result.error.message) }, warnings, files };
  const origin = (at: Origin): Origin => ({
    ...place(at),
    ...(at.appended === undefined ? {} : { appended: at.appended.map(place) }),
  });
  const origins: HostOrigins = mapValues(result.origins, (options) => mapValues(options, origin));
  return { ...result, warnings, origins, files };
}

function mapValues<T, U>(table: Readonly<Record<string, T>>, map: (value: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, map(value)]));
}
