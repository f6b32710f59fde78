// From the variables of the official image to a configuration of one's own that does the same. Secrets stay in the environment: the
// configuration names the variable.

import { imageConfig } from "../effective/image.ts";
import type { ImageRequest } from "../effective/image.ts";
import type { ConfigValue } from "../effective/types.ts";
import { quoteString } from "../syntax/lua/literal.ts";
import { luaFile } from "./luaFile.ts";

export type ConfigFromImage =
  | {
      readonly ok: true;
      readonly text: string;
      /** Variables that the configuration reads besides those that were there, with their secret values: they belong into the env file. */
      readonly environment: Readonly<Record<string, string>>;
      /** Sentences. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

/** The image writes this name, but the module reads the other one. */
const DEAD = "http_file_share_expire_after";
const MEANT = "http_file_share_expires_after";

const EXTRA = "PROSODY_EXTRA_CONFIG";

export function configFromImage(request: ImageRequest): ConfigFromImage {
  const result = imageConfig(request);
  if (result.status === "error")
    return { ok: false, reason: `The image does not start with these variables. ${result.error.message}` };
  const environment: Record<string, string> = {};
  const notes: string[] = [];
  const secret = (host: string, path: readonly string[], value: ConfigValue): string | undefined => {
    const [option, key] = path;
    if (typeof value !== "string") return undefined;
    if (option === "turn_external_secret") return "ENV_PROSODY_TURN_SECRET";
    if (option === "sql" && key === "password") return "ENV_PROSODY_SQL_PASSWORD";
    if (option !== "component_secret") return undefined;
    if (result.causes[host]?.[option]?.includes("PROSODY_COMPONENT_SECRET") === true) return "ENV_PROSODY_COMPONENT_SECRET";
    const name = `COMPONENT_SECRET_${host.toUpperCase().replace(/[^A-Z0-9]+/g, "_")}`;
    environment[name] = value;
    return `ENV_${name}`;
  };
  const config = Object.fromEntries(
    Object.entries(result.config).map(([host, options]) => {
      const { [DEAD]: dead, ...kept } = options;
      if (typeof dead === "number") {
        notes.push(
          `The image sets ${DEAD} for ${host}, which nothing reads, so uploads go by the module's own default. To set it, write ${MEANT} = ${dead}.`,
        );
      }
      return [host, kept];
    }),
  );
  const text = luaFile(config, { instead: secret });
  const extra = Object.hasOwn(request.variables, EXTRA) ? request.variables[EXTRA] : undefined;
  if (Object.keys(environment).length > 0) {
    notes.push(
      `Secrets of components are read from ${Object.keys(environment).join(", ")}: put these variables into the env file.`,
    );
  }
  if (extra === undefined) {
    notes.push(
      "The image also includes /etc/prosody/conf.d/*.cfg.lua. If you use that folder, add an Include for it at the end.",
    );
  }
  const include = extra === undefined || extra === "" ? "" : `\nInclude ${quoteString(extra)}\n`;
  return { ok: true, text: `${text}${include}`, environment, notes };
}
