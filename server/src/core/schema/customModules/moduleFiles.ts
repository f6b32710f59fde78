// Which files are modules of Prosody, by their path: mod_NAME.lua, and the libraries NAME.lib.lua in a folder mod_FOLDER.

/** For searches; `moduleNameOf` agrees with them. */
export const MODULE_PATTERNS: readonly string[] = ["**/mod_*.lua", "**/mod_*/*.lib.lua"];

/** Name of the module that a file belongs to. Takes a path or a URI. */
export function moduleNameOf(path: string): string | undefined {
  const [file = "", folder = ""] = path.split(/[/\\]/).reverse();
  const own = /^mod_([A-Za-z0-9_]+)\.lua$/.exec(file)?.[1];
  if (own !== undefined) return own;
  return file.endsWith(".lib.lua") ? /^mod_([A-Za-z0-9_]+)$/.exec(folder)?.[1] : undefined;
}
