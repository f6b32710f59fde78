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
  const name = /[^/\\]*$/.exec(path)?.[0] ?? "";
  if (name.endsWith(".cfg.lua")) return "lua";
  if (name === ".env" || name.startsWith(".env.") || name.endsWith(".env")) return "env";
  return undefined;
}
