// Paths of this machine as the core has them, with `/` between their parts, and back.

export function toSlashes(path: string): string {
  return process.platform === "win32" ? `/${path.replaceAll("\\", "/")}` : path;
}

export function fromSlashes(path: string): string {
  return process.platform === "win32" ? path.slice(1) : path;
}
