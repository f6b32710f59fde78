// Which documents concern us. Lua configurations by language or name, env files by name: their language stays whatever it is.
// An env file counts once it speaks of Prosody, so that nobody else's .env starts a server.

import type { DocumentFilter } from "vscode-languageclient";
import type { TextDocument } from "vscode";

export const CONFIG_FILTERS: DocumentFilter[] = [{ language: "prosody" }, { language: "lua", pattern: "**/*.cfg.lua" }];

export const ENV_FILTERS: DocumentFilter[] = [{ pattern: "**/.env" }, { pattern: "**/.env.*" }, { pattern: "**/*.env" }];

const CONTAINER_LANGUAGES = ["dockercompose", "dockerfile", "yaml", "shellscript", "markdown"];

/** Files that may describe containers of the image. */
export const CONTAINER_FILTERS: DocumentFilter[] = [
  ...CONTAINER_LANGUAGES.map((language) => ({ language })),
  { pattern: "**/*.container" },
];

export function isConfig(document: TextDocument): boolean {
  return document.languageId === "prosody" || (document.languageId === "lua" && document.uri.path.endsWith(".cfg.lua"));
}

export function isEnvFile(document: TextDocument): boolean {
  return isEnvPath(document.uri.path);
}

export function isEnvPath(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name === ".env" || name.startsWith(".env.") || name.endsWith(".env");
}

/** Worth starting the server for. */
export function isOurs(document: TextDocument): boolean {
  if (isConfig(document)) return true;
  if (isEnvFile(document)) return document.getText().includes("PROSODY");
  // Nearly all of these are about something else: the server starts for those that name the image.
  const mayDescribe = CONTAINER_LANGUAGES.includes(document.languageId) || document.uri.path.endsWith(".container");
  return mayDescribe && /\bprosody(?:im)?\/prosody\b/i.test(document.getText());
}
