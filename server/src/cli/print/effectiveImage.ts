// The effective configuration of the official image for people: each host with its options, and the variables behind each, with their
// lines. What no variable had a say in is the image's own choice.

import { INTERNAL_OPTIONS, headingOf, showValue } from "../../core/effective/show.ts";
import type { EffectiveResult } from "../../core/effective/types.ts";
import type { Schema } from "../../core/schema/schema.ts";
import type { Colours } from "./colours.ts";
import { formatEffective, notesOf } from "./effective.ts";
import { printable } from "./printable.ts";

export function formatImage(
  result: EffectiveResult,
  variables: ReadonlyMap<number, string>,
  schema: Schema,
  colours: Colours,
  onlyHost?: string,
): string {
  if (result.status === "error") return formatEffective(result, schema, colours);
  const { config, origins } = result;
  const noted = (text: string, notes: readonly string[]): string =>
    notes.length === 0 ? `${text}\n` : `${text}  ${colours.dim(notes.join(", "))}\n`;
  const causes = (host: string, name: string): readonly string[] => {
    const origin = origins[host]?.[name];
    const places = origin === undefined ? [] : [origin, ...(origin.appended ?? [])];
    return places.map(({ file, line }) => printable(`${variables.get(line) ?? ""} ${file}:${line}`.trimStart()));
  };
  const option = (host: string, name: string, ...notes: readonly string[]): string => {
    const value = printable(showValue(name, config[host]?.[name] ?? "", schema));
    return noted(`  ${name} = ${value}`, [...notes, ...causes(host, name)]);
  };
  const block = (host: string): string => {
    const own = config[host] ?? {};
    const inherited = host === "*" ? [] : Object.keys(config["*"] ?? {}).filter((name) => !Object.hasOwn(own, name));
    const made = causes(host, Object.hasOwn(own, "component_module") ? "component_module" : "defined");
    const lines = [noted(colours.bold(printable(headingOf(host, own))), made)];
    for (const name of Object.keys(own)) if (!INTERNAL_OPTIONS.has(name)) lines.push(option(host, name));
    if (onlyHost !== undefined) lines.push(...inherited.map((name) => option("*", name, "inherited")));
    else if (inherited.length > 0)
      lines.push(colours.dim(`  and ${inherited.length} of the global section that it does not set itself\n`));
    return lines.join("");
  };
  const blocks = (onlyHost === undefined ? Object.keys(config) : [onlyHost]).map(block);
  const warnings = notesOf(result, colours);
  return `${blocks.join("\n")}${warnings === "" ? "" : `\n${warnings}`}`;
}
