// The words that mount a folder, a file or a named volume. `--volume` separates its parts by colons, so a path with a colon goes
// by `--mount`, whose value is a line of comma-separated values with their own quotes.

import type { MountAnswer } from "./answers.ts";

export function isVolumeName(source: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_.-]+$/.test(source);
}

export function mountWords(mount: MountAnswer): readonly string[] {
  const { kind, target, readOnly, options = [] } = mount;
  if (kind === "tmpfs") return ["--tmpfs", [target, ...(options.length === 0 ? [] : [options.join(",")])].join(":")];
  const words = [...(readOnly ? ["ro"] : []), ...options].join(",");
  const end = words === "" ? "" : `:${words}`;
  const source = kind === "bind" ? asPath(mount.source ?? "") : mount.source;
  if (source === undefined) return ["--volume", `${target}${end}`];
  if (!withoutDrive(source).includes(":") && !target.includes(":")) return ["--volume", `${source}:${target}${end}`];
  const fields = [`type=${kind}`, `source=${source}`, `target=${target}`, ...(readOnly ? ["readonly"] : []), ...options];
  return ["--mount", fields.map(csvField).join(",")];
}

/** The engines take a source for a path only if it looks like one. They resolve what begins with a dot themselves. */
export function asPath(source: string): string {
  return /^[./\\~]/.test(source) || withoutDrive(source) !== source ? source : `./${source}`;
}

export function withoutDrive(path: string): string {
  return path.replace(/^[A-Za-z]:(?=[\\/])/, "");
}

function csvField(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
