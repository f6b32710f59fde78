// An effective configuration as a document to read: for each section its options with where each comes from, what it takes over from
// the global section, the modules that load, and the ports that answer. Places come apart from the text, so that an editor can
// make links of them.

import type { Schema } from "../schema/schema.ts";
import type { Span } from "../text/span.ts";
import { listening } from "./listening.ts";
import { loadedModules } from "./modules.ts";
import type { LoadReason, LoadedModule, ModulesByHost } from "./modules.ts";
import { optionOf } from "./read.ts";
import { INTERNAL_OPTIONS, headingOf, showValue } from "./show.ts";
import type { ConfigValue, EffectiveResult, HostOptions, Origin, Place } from "./types.ts";

export interface Report {
  readonly text: string;
  readonly links: readonly { readonly span: Span; readonly place: Place }[];
}

export interface ReportSubject {
  /** Of the main file, for the first line. */
  readonly title: string;
  /** Of the env file whose variables were given, if one was. */
  readonly environment?: string | undefined;
  /** The subject is an env file, for the official image. */
  readonly image?: boolean;
  /** Values only, without the places that they come from: for comparing. */
  readonly plain?: boolean;
  /** Shortens the path of a file. */
  readonly label: (file: string) => string;
}

type Loaded = Extract<EffectiveResult, { status: "ok" }>;

export function effectiveReport(result: EffectiveResult, schema: Schema, subject: ReportSubject): Report {
  const writer = new Writer(subject.plain === true ? undefined : subject.label);
  writer.line(`-- What Prosody ${schema.version} makes of ${subject.title}`);
  writer.line(`-- ${circumstances(subject)}`);
  if (result.status === "error") {
    writer.line("");
    writer.line(`-- Prosody cannot load it: ${result.error.message}`, result.error);
  } else {
    sections(writer, result, schema);
  }
  if (result.warnings.length > 0) writer.line("");
  for (const warning of result.warnings) writer.line(`-- Note: ${warning.message}`, warning);
  return writer.report();
}

function circumstances({ image, environment }: ReportSubject): string {
  if (image === true) return "In the official image, without a configuration of its own.";
  return environment === undefined
    ? "Evaluated without environment variables."
    : `Evaluated with the variables of ${environment}.`;
}

function sections(writer: Writer, { config, origins }: Loaded, schema: Schema): void {
  const modules = loadedModules(config, schema);
  const global = config["*"] ?? {};
  for (const [host, own] of Object.entries(config)) {
    const made = origins[host]?.["component_module"] ?? origins[host]?.["defined"];
    writer.line("");
    writer.line(host === "*" ? "-- Global section" : headingOf(host, own), made);
    for (const [name, value] of Object.entries(own)) {
      if (INTERNAL_OPTIONS.has(name)) continue;
      writer.line(`    ${name} = ${showValue(name, value, schema)}`, origins[host]?.[name]);
    }
    if (host === "*") {
      const ports = listening(config, modules, schema);
      for (const { service, ports: numbers, interfaces, certain } of ports) {
        const doubt = certain === true ? "" : " (perhaps)";
        writer.line(`    -- listens: ${service} on ${numbers.join(", ")} at ${interfaces.join(", ")}${doubt}`);
      }
      writer.line(`    -- by default: ${defaults(host, { config, modules, schema }).join(", ")}`);
      continue;
    }
    writer.line(`    -- modules: ${(modules[host] ?? []).map(moduleWords).join(", ")}`);
    const inherited = Object.keys(global).filter((name) => !Object.hasOwn(own, name) && !INTERNAL_OPTIONS.has(name));
    if (inherited.length > 0) writer.line(`    -- from the global section: ${inherited.join(", ")}`);
    const unset = defaults(host, { config, modules, schema });
    if (unset.length > 0) writer.line(`    -- by default: ${unset.join(", ")}`);
  }
}

interface Known {
  readonly config: HostOptions;
  readonly modules: ModulesByHost;
  readonly schema: Schema;
}

/**
 * Options that nobody sets but something reads there, with their values: for the global section those of the core and those that
 * hold for the whole server, for a host those of its own modules.
 */
function defaults(host: string, { config, modules, schema }: Known): readonly string[] {
  const isGlobal = host === "*";
  const everywhere = new Set(Object.values(modules).flatMap((list) => list.map(({ name }) => name)));
  const here = new Set((modules[host] ?? []).map(({ name }) => name));
  const found: string[] = [];
  for (const option of schema.options.values()) {
    const { name, origin, availability, deprecated, scope, modules: readers = [], default: value } = option;
    if (origin !== "bundled" || availability !== "now" || deprecated !== undefined) continue;
    if (value === undefined || value === null) continue;
    if (optionOf(config, host, name) !== undefined) continue;
    const isRead = isGlobal
      ? readers.length === 0 || (scope === "global" && readers.some((reader) => everywhere.has(reader)))
      : scope !== "global" && readers.some((reader) => here.has(reader));
    if (isRead) found.push(`${name} = ${showValue(name, value as ConfigValue, schema)}`);
  }
  return found.sort();
}

const REASONS: Readonly<Partial<Record<LoadReason, string>>> = { always: "always", global: "global" };

function moduleWords({ name, reason, by, certain }: LoadedModule): string {
  const why = by === undefined ? REASONS[reason] : `for ${by}`;
  const words = [why, certain === true ? undefined : "perhaps"].filter((word) => word !== undefined);
  return words.length === 0 ? name : `${name} (${words.join(", ")})`;
}

class Writer {
  private text = "";
  private readonly links: { span: Span; place: Place }[] = [];

  constructor(private readonly label: ((file: string) => string) | undefined) {}

  /** One line, with where it comes from behind it. */
  line(text: string, origin?: Origin): void {
    this.text += text;
    const { label } = this;
    if (label === undefined) {
      this.text += "\n";
      return;
    }
    [origin, ...(origin?.appended ?? [])].forEach((place, i) => {
      if (place === undefined) return;
      this.text += i === 0 ? "  -- " : ", ";
      const start = this.text.length;
      this.text += `${label(place.file)}:${place.line}`;
      this.links.push({ span: { start, end: this.text.length }, place });
    });
    this.text += "\n";
  }

  report(): Report {
    return { text: this.text, links: this.links };
  }
}
