// An effective configuration for people: each host with its options, and from which line each comes. What is a secret by its name
// is not shown; JSON has everything.

import { INTERNAL_OPTIONS, headingOf, showValue } from "../../core/effective/show.ts";
import type { EffectiveResult, HostOptions, HostOrigins, Origin } from "../../core/effective/types.ts";
import type { Schema } from "../../core/schema/schema.ts";
import type { Colours } from "./colours.ts";
import { printable } from "./printable.ts";

export function formatEffective(result: EffectiveResult, schema: Schema, colours: Colours, onlyHost?: string): string {
  const notes = notesOf(result, colours);
  if (result.status === "error") {
    const { file, line, message } = result.error;
    return `${notes}${printable(file)}:${line}  ${colours.red("error")}  ${printable(message)}\n`;
  }
  const { config, origins } = result;
  const hosts = onlyHost === undefined ? Object.keys(config) : [onlyHost];
  const blocks = hosts.map((host) => block(host, config, origins, schema, colours, onlyHost !== undefined));
  return `${blocks.join("\n")}${notes === "" ? "" : `\n${notes}`}`;
}

/** A line for each warning. */
export function notesOf({ warnings }: EffectiveResult, colours: Colours): string {
  const lines = warnings.map(
    ({ file, line, message }) => `${printable(file)}:${line}  ${colours.yellow("warning")}  ${printable(message)}\n`,
  );
  return lines.join("");
}

function block(
  host: string,
  config: HostOptions,
  origins: HostOrigins,
  schema: Schema,
  colours: Colours,
  withInherited: boolean,
): string {
  const own = config[host] ?? {};
  const inherited = host === "*" ? [] : Object.keys(config["*"] ?? {}).filter((name) => !Object.hasOwn(own, name));
  const line = (section: string, name: string, mark: string): string => {
    const value = printable(showValue(name, config[section]?.[name] ?? "", schema));
    return `  ${name} = ${value}  ${colours.dim(`${mark}${place(origins[section]?.[name])}`)}\n`;
  };
  const lines = Object.keys(own).flatMap((name) => (INTERNAL_OPTIONS.has(name) ? [] : [line(host, name, "")]));
  if (withInherited) lines.push(...inherited.map((name) => line("*", name, "inherited, ")));
  else if (inherited.length > 0)
    lines.push(colours.dim(`  and ${inherited.length} of the global section that it does not set itself\n`));
  return `${colours.bold(printable(headingOf(host, own)))}  ${colours.dim(place(origins[host]?.["component_module"] ?? origins[host]?.["defined"]))}\n${lines.join("")}`;
}

function place(origin: Origin | undefined): string {
  if (origin === undefined) return "";
  const at = ({ file, line }: { readonly file: string; readonly line: number }): string => `${printable(file)}:${line}`;
  return [origin, ...(origin.appended ?? [])].map(at).join(", ");
}
