// What an option amounts to where the mouse is: the value that Prosody would use on that host, and the line that sets it.

import { showValue } from "../effective/show.ts";
import type { EffectiveResult, Origin } from "../effective/types.ts";
import type { Section } from "../model/config.ts";
import type { Schema } from "../schema/schema.ts";

/** Markdown, or undefined where nothing sets the option. `label` shortens the path of a file. */
export function effectiveValue(
  option: string,
  section: Section | undefined,
  result: EffectiveResult,
  schema: Schema,
  label: (file: string) => string,
): string | undefined {
  if (result.status !== "ok") return undefined;
  const { config, origins } = result;
  const host = hostOf(section, Object.keys(config));
  if (host === undefined) return undefined;
  const holder = [host, "*"].find((name) => Object.hasOwn(config[name] ?? {}, option));
  const value = holder === undefined ? undefined : config[holder]?.[option];
  if (holder === undefined || value === undefined) return undefined;
  const where = host === "*" ? "in the global section" : `on \`${host}\``;
  const taken = holder === host ? "set" : "taken over from the global section, set";
  const others =
    host === "*" ? Object.keys(config).filter((name) => name !== "*" && Object.hasOwn(config[name] ?? {}, option)) : [];
  const named = others.slice(0, 5).map((name) => `\`${name}\``);
  const elsewhere =
    named.length === 0 ? "" : ` Set differently for ${named.join(", ")}${others.length > named.length ? ", …" : ""}.`;
  return `Effective ${where}: \`${showValue(option, value, schema)}\`, ${taken} in ${places(origins[holder]?.[option], label)}.${elsewhere}`;
}

/** The host's name as Prosody has it; undefined where it cannot be told. */
function hostOf(section: Section | undefined, hosts: readonly string[]): string | undefined {
  if (section === undefined || section.kind === "global") return "*";
  const { name } = section;
  if (name?.kind !== "string") return undefined;
  return hosts.find((host) => host === name.value) ?? hosts.find((host) => host === name.value.toLowerCase());
}

function places(origin: Origin | undefined, label: (file: string) => string): string {
  if (origin === undefined) return "an unknown place";
  return [origin, ...(origin.appended ?? [])].map(({ file, line }) => `${label(file)}:${line}`).join(", ");
}
