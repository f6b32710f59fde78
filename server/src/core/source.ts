// Which files concern us, and as what. Decided by name alone, as editors and the CLI know nothing else before they open one.

export type FileKind = "lua" | "env";

/** Languages that say what a file is, whatever its name. */
const LANGUAGE_KINDS: Readonly<Record<string, FileKind>> = { prosody: "lua" };

/** Patterns for editors and file searches; `kindOf` agrees with them. */
export const FILE_PATTERNS: Readonly<Record<FileKind, readonly string[]>> = {
  lua: ["**/*.cfg.lua"],
  env: ["**/.env", "**/.env.*", "**/*.env"],
};

/** What a file is, or undefined when it is none of ours. Takes a path or a URI. */
export function kindOf(path: string, languageId?: string): FileKind | undefined {
  const byLanguage = languageId === undefined ? undefined : LANGUAGE_KINDS[languageId];
  if (byLanguage !== undefined) return byLanguage;
  const name = /(?<![^/\\])[^/\\]*$/.exec(path)?.[0] ?? "";
  if (name.endsWith(".cfg.lua")) return "lua";
  if (name === ".env" || name.startsWith(".env.") || name.endsWith(".env")) return "env";
  return undefined;
}

/** Files that describe containers, by how they are read. */
export type ContainerKind = "compose" | "dockerfile" | "kubernetes" | "quadlet" | "shellScript" | "markdown";

const CONTAINER_LANGUAGES: Readonly<Record<string, ContainerKind>> = {
  dockercompose: "compose",
  dockerfile: "dockerfile",
  shellscript: "shellScript",
  markdown: "markdown",
};

/** How a file could describe containers, by its name. Whether it does, its text says: see `mayConcernContainers`. */
export function containerKindOf(path: string, languageId?: string): ContainerKind | undefined {
  const name = (/(?<![^/\\])[^/\\]*$/.exec(path)?.[0] ?? "").toLowerCase();
  if (/\.ya?ml$/.test(name)) return /(?:^|[-_.])compose[-_.]/.test(name) ? "compose" : "kubernetes";
  if (/^(?:dockerfile|containerfile)(?:\..*)?$|\.(?:dockerfile|containerfile)$/.test(name)) return "dockerfile";
  if (name.endsWith(".container")) return "quadlet";
  if (/\.(?:sh|bash)$/.test(name)) return "shellScript";
  if (/\.(?:md|markdown)$/.test(name)) return "markdown";
  const byLanguage = languageId === undefined ? undefined : CONTAINER_LANGUAGES[languageId];
  return byLanguage ?? (languageId === "yaml" ? "kubernetes" : undefined);
}

/** Whether reading a file that may describe containers is worth while: it names Prosody's image, or variables like its own. */
export function mayConcernContainers(text: string): boolean {
  return /\bprosody(?:im)?\/prosody\b|\bPROSODY(?:CTL)?_[A-Z]/i.test(text);
}
