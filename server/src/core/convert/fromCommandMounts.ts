// Mounts as `docker run` takes them: `--volume SOURCE:TARGET:OPTIONS`, `--mount` with its line of comma-separated fields, `--tmpfs`.

import type { MountAnswer } from "../generate/answers.ts";

export function readVolume(text: string): MountAnswer {
  const [first = "", second, words] = withDrive(text.split(":"));
  if (second === undefined) return { kind: "volume", target: first, readOnly: false };
  const options = (words ?? "").split(",").filter((word) => word !== "" && word !== "rw");
  const others = options.filter((word) => word !== "ro");
  return {
    kind: isPath(first) ? "bind" : "volume",
    source: first,
    target: second,
    readOnly: options.includes("ro"),
    ...(others.length === 0 ? {} : { options: others }),
  };
}

/** The colon of `C:\…` separates nothing. */
function withDrive([first = "", second, ...rest]: readonly string[]): readonly string[] {
  if (second === undefined) return [first];
  return /^[A-Za-z]$/.test(first) && /^[\\/]/.test(second) ? [`${first}:${second}`, ...rest] : [first, second, ...rest];
}

export function isPath(source: string): boolean {
  return /^[./\\~]|^[A-Za-z]:[\\/]/.test(source);
}

export interface ReadMount {
  /** Undefined: it has no target. */
  readonly mount?: MountAnswer;
  /** Fields that are left out. */
  readonly lost: readonly string[];
}

const NAMES: Readonly<Record<string, string>> = { src: "source", dst: "target", destination: "target", ro: "readonly" };
const PATHS: readonly string[] = ["source", "target", "type"];

export function readMount(text: string): ReadMount {
  const fields = new Map<string, string>();
  for (const field of csvFields(text)) {
    const [, key = field, value] = /^([^=]*)=([^]*)$/.exec(field) ?? [];
    const name = NAMES[key.toLowerCase()] ?? key.toLowerCase();
    // The engines refuse a path without a value.
    if (value !== undefined || !PATHS.includes(name)) fields.set(name, value ?? "true");
  }
  const type = fields.get("type") ?? "volume";
  const source = fields.get("source");
  const target = fields.get("target");
  const known = new Set(["type", "source", "target", "readonly"]);
  const others = [...fields.keys()].filter((key) => !known.has(key));
  if (target === undefined || (type === "bind" && (source ?? "") === "") || !["bind", "volume", "tmpfs"].includes(type))
    return { lost: [text] };
  const sizes: readonly string[] = type === "tmpfs" ? others.filter((key) => key === "tmpfs-size" || key === "tmpfs-mode") : [];
  const options = sizes.map((key) => `${key.slice("tmpfs-".length)}=${fields.get(key) ?? ""}`);
  return {
    mount: {
      kind: type === "bind" ? "bind" : type === "tmpfs" ? "tmpfs" : "volume",
      ...(source === undefined || type === "tmpfs" ? {} : { source }),
      target,
      readOnly: fields.get("readonly") === "true" || fields.get("readonly") === "1",
      ...(options.length === 0 ? {} : { options }),
    },
    lost: others.filter((key) => !sizes.includes(key)),
  };
}

function csvFields(text: string): readonly string[] {
  const fields = text.match(/(?:^|,)(?:"(?:[^"]|"")*"|[^,]*)/g) ?? [];
  return fields.map((field) => {
    const bare = field.replace(/^,/, "");
    return bare.startsWith('"') ? bare.slice(1, -1).replaceAll('""', '"') : bare;
  });
}

export function readTmpfs(text: string): MountAnswer {
  const [target = "", words] = text.split(":");
  const options = (words ?? "").split(",").filter((word) => word !== "");
  return { kind: "tmpfs", target, readOnly: false, ...(options.length === 0 ? {} : { options }) };
}
