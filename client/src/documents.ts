// Which documents concern us. Lua configurations by language or name, env files by name: their language stays whatever it is.
// An env file counts once it speaks of Prosody, so that nobody else's .env starts a server.

import type { DocumentFilter } from "vscode-languageclient";
import type { TextDocument } from "vscode";

export const CONFIG_FILTERS: DocumentFilter[] = [{ language: "prosody" }, { language: "lua", pattern: "**/*.cfg.lua" }];

export const ENV_FILTERS: DocumentFilter[] = [{ pattern: "**/.env" }, { pattern: "**/.env.*" }, { pattern: "**/*.env" }];

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
  return isConfig(document) || (isEnvFile(document) && document.getText().includes("PROSODY"));
}
