// The words that mount a folder, a file or a named volume. `--volume` separates its parts by colons, so a path with a colon goes
// by `--mount`, whose value is a line of comma-separated values with their own quotes.

export interface Mount {
  /** Path on this machine, or name of a volume. */
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
}

export function isVolumeName(source: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_.-]+$/.test(source);
}

/** `kind` says what a source without any slash is: only the caller knows. */
export function mountWords(mount: Mount, kind: "volume" | "path"): readonly string[] {
  if (kind === "volume") return ["--volume", `${mount.source}:${mount.target}${mount.readOnly ? ":ro" : ""}`];
  const source = asPath(mount.source);
  const { target, readOnly } = mount;
  if (!withoutDrive(source).includes(":")) return ["--volume", `${source}:${target}${readOnly ? ":ro" : ""}`];
  const fields = ["type=bind", `source=${source}`, `target=${target}`, ...(readOnly ? ["readonly"] : [])];
  return ["--mount", fields.map(csvField).join(",")];
}

/** The engines take a source for a path only if it looks like one. They resolve what begins with a dot themselves. */
function asPath(source: string): string {
  return /^[./\\]/.test(source) || withoutDrive(source) !== source ? source : `./${source}`;
}

function withoutDrive(path: string): string {
  return path.replace(/^[A-Za-z]:(?=[\\/])/, "");
}

function csvField(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
